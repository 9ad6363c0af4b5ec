/** Scores: a pure function of a tally and a rubric. */
package dev.paca.scoring.score;
