/**
 * Rubrics: per assessment year the window, the province set and the tree of criteria with maxima
 * and formulas, read from YAML with every error placed by line and column.
 */
package dev.paca.scoring.rubric;
