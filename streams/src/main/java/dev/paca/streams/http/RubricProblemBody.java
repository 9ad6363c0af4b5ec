package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.draft.SamePlacement;
import dev.paca.scoring.rubric.RubricProblem;
import dev.paca.streams.query.RubricRefused;
import java.util.List;

/** A {@link Problem} with everything that is wrong with a draft. */
record RubricProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    ProblemCode code,
    List<RubricProblem> errors,
    List<SamePlacement.Reason> reasons) {

  static RubricProblemBody of(RubricRefused refused, String instance) {
    ProblemCode code = refused.code();
    return new RubricProblemBody(
        code.type(),
        code.title(),
        Problem.status(code),
        refused.getMessage(),
        instance,
        code,
        refused.errors(),
        refused.reasons());
  }
}
