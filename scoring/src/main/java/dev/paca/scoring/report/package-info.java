/**
 * A report: what one agency says about one piece of work. Which types there are, what is wrong with
 * one, what does not add up in it, and which revision of it counts.
 */
package dev.paca.scoring.report;
