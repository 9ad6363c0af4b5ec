/**
 * What stands behind one criterion: the formula with its values, the measures, the points by stage,
 * and every report. What the reports gave adds up to what is shown.
 */
package dev.paca.streams.page.evidence;
