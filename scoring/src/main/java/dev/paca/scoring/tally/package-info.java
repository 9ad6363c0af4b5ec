/**
 * Tallies: running sums of measures per place (assessment year and province), and the points that
 * appraisals gave. Adding and taking back are exact, so order never matters.
 */
package dev.paca.scoring.tally;
