/**
 * Measures: the named counts and amounts that formulas speak of, such as {@code
 * prosecutions.trial.verySerious.accused}, and what one report gives to each.
 */
package dev.paca.scoring.measure;
