package dev.paca.cli.rejected;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import java.util.List;

/** What still does not pass; nothing was published. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  Refused(List<Problem> problems) {
    super("refused");
    this.problems = List.copyOf(problems);
  }

  Refused(String field, ProblemCode code, String message) {
    this(List.of(new Problem(field, code, message)));
  }

  List<Problem> problems() {
    return problems;
  }
}
