/**
 * What another rubric of the same year would change: both score the same tallies, and the
 * differences are exact. {@link dev.paca.scoring.draft.SamePlacement} says when tallies suffice.
 */
package dev.paca.scoring.draft;
