package dev.paca.benchmarks.result;

import dev.paca.cli.console.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a figure has to be.
 *
 * @param most whether the bound is the most that is allowed, else it is the least
 * @param bound in the figure's unit
 */
public record Goal(boolean most, double bound) {

  public static Optional<Goal> atMost(double bound) {
    return Optional.of(new Goal(true, bound));
  }

  public static Optional<Goal> atLeast(double bound) {
    return Optional.of(new Goal(false, bound));
  }

  public boolean metBy(double figure) {
    return most ? figure <= bound : figure >= bound;
  }

  private String verdict(double figure) {
    if (Double.isNaN(figure)) {
      return "";
    }
    return metBy(figure) ? "met" : "missed";
  }

  /** Two cells: the goal, and whether it is met, where both are known. */
  public static List<Cell> cells(Optional<Goal> goal, double figure) {
    return goal.map(each -> List.of(Cell.text(each.toString()), Cell.text(each.verdict(figure))))
        .orElseGet(() -> List.of(Cell.text(""), Cell.text("")));
  }

  /** {@code <= 200}. */
  @Override
  public String toString() {
    String shown =
        bound == Math.rint(bound)
            ? String.format(Locale.ROOT, "%.0f", bound)
            : Double.toString(bound);
    return (most ? "<= " : ">= ") + shown;
  }
}
