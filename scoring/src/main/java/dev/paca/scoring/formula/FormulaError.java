package dev.paca.scoring.formula;

/** What is wrong with a formula's text; line and column count from 1 within it. */
public record FormulaError(int line, int column, String message) {}
