/**
 * Matters: one case, reported by several agencies under one case number, counts once; and where the
 * agencies disagree about it.
 */
package dev.paca.scoring.matter;
