/**
 * Formulas: CEL expressions over measures, parsed and type-checked by the CEL library and evaluated
 * here with exact numbers, so that points come out right to the last cent whatever the amounts.
 */
package dev.paca.scoring.formula;
