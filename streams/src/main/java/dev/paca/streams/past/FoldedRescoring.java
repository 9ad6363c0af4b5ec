package dev.paca.streams.past;

import dev.paca.scoring.draft.SamePlacement;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.query.TruthView;
import dev.paca.streams.recount.Recount;
import dev.paca.streams.serving.Rescoring;
import java.time.Instant;
import java.util.List;

/** Judges a draft that places reports otherwise: one fold of the input, scored by both rubrics. */
public record FoldedRescoring(InputFold fold) implements Rescoring {

  @Override
  public Outcome under(Rubric inForce, Rubric draft, List<SamePlacement.Reason> reasons) {
    InputFold.Folded folded = fold.of(Recount.Options.NOW.instead(inForce));
    Recount recount = folded.recount();
    Assessment now = recount.assessments().get(inForce.year());
    Assessment then = recount.fold().under(draft).assessments().get(draft.year());
    return new Outcome(
        now,
        then,
        new TruthView(
            folded.newest() == 0 ? null : Instant.ofEpochMilli(folded.newest()).toString(),
            0,
            recount.covered()));
  }
}
