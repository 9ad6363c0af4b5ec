/**
 * Scoring and ranking in one task: partial tallies add up to a province's tally, a rubric makes
 * scores of it, a year's totals make ranks; what changed goes out, all in one transaction.
 */
package dev.paca.streams.scoring;
