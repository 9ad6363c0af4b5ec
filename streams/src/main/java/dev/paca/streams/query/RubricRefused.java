package dev.paca.streams.query;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.draft.SamePlacement;
import dev.paca.scoring.rubric.RubricProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A draft that cannot be compared; the message and both lists are meant for who sent it. */
public final class RubricRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<RubricProblem> errors;
  private final transient List<SamePlacement.Reason> reasons;

  private RubricRefused(
      ProblemCode code,
      String message,
      List<RubricProblem> errors,
      List<SamePlacement.Reason> reasons) {
    super(message);
    this.code = code;
    this.errors = List.copyOf(errors);
    this.reasons = List.copyOf(reasons);
  }

  /** A file with errors, all of them. */
  public static RubricRefused errors(List<RubricProblem> errors) {
    RubricProblem first = errors.get(0);
    String message =
        "%d %s; the first in line %d, column %d: %s"
            .formatted(
                errors.size(),
                errors.size() == 1 ? "error" : "errors",
                first.line(),
                first.column(),
                first.message());
    return new RubricRefused(ProblemCode.BAD_RUBRIC, message, errors, List.of());
  }

  /** A draft that takes a fold of the whole input, where there is none. */
  public static RubricRefused otherPlacement(List<SamePlacement.Reason> reasons) {
    String message =
        reasons.stream().map(SamePlacement.Reason::en).collect(Collectors.joining("; "))
            + "; what it would count is not in the tallies";
    return new RubricRefused(ProblemCode.OTHER_PLACEMENT, message, List.of(), reasons);
  }

  /** BAD_RUBRIC or OTHER_PLACEMENT. */
  public ProblemCode code() {
    return code;
  }

  /** What is wrong in the file; empty for another placement. */
  public List<RubricProblem> errors() {
    return errors;
  }

  /** How it places reports otherwise; empty for a file with errors. */
  public List<SamePlacement.Reason> reasons() {
    return reasons;
  }
}
