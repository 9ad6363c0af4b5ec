package dev.paca.streams.serving;

import dev.paca.scoring.draft.SamePlacement;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.query.RubricRefused;
import dev.paca.streams.query.TruthView;
import java.util.List;

/**
 * Scores by a fold of the committed input, for drafts that count other reports than are tallied.
 */
@FunctionalInterface
public interface Rescoring {
  /** Where there is no such fold: every draft that needs one is refused with the reasons. */
  Rescoring NONE =
      (inForce, draft, reasons) -> {
        throw RubricRefused.otherPlacement(reasons);
      };

  /**
   * Both rubrics over the same input.
   *
   * @param truth how far that input goes
   */
  record Outcome(Assessment now, Assessment then, TruthView truth) {}

  /**
   * @param inForce the rubric in force for the draft's year
   * @param reasons why the tallies do not suffice; never empty
   */
  Outcome under(Rubric inForce, Rubric draft, List<SamePlacement.Reason> reasons);
}
