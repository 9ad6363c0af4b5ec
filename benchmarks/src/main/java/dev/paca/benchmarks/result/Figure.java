package dev.paca.benchmarks.result;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measured figure; less is better.
 *
 * @param name what was measured, in a few words
 * @param value mean, in {@code unit}
 * @param error half of the 99.9 % confidence interval of the mean; empty for too few samples
 * @param target what it has to stay under, in {@code unit}; empty for a figure that only informs
 */
public record Figure(
    String name, double value, OptionalDouble error, String unit, OptionalDouble target) {

  /** Whether the target is met, the error bar included; empty without a target. */
  public Optional<Boolean> met() {
    return target.isPresent()
        ? Optional.of(value + error.orElse(0) < target.getAsDouble())
        : Optional.empty();
  }

  /** {@code 0.712 µs}: three significant digits. */
  public String measured() {
    return digits(value) + " " + unit;
  }

  /** {@code ± 0.025}. */
  public String errorBar() {
    return error.isPresent() ? "± " + digits(error.getAsDouble()) : "";
  }

  /** {@code < 1 µs}. */
  public String goal() {
    return target.isPresent() ? "< " + digits(target.getAsDouble()) + " " + unit : "";
  }

  /** {@code met} or {@code missed}. */
  public String verdict() {
    return met().map(met -> met ? "met" : "missed").orElse("");
  }

  private static String digits(double number) {
    if (number == Math.rint(number)) {
      return String.format(Locale.ROOT, "%.0f", number);
    }
    int beforePoint = number < 1 ? 0 : (int) Math.floor(Math.log10(number)) + 1;
    return String.format(Locale.ROOT, "%." + Math.max(0, 3 - beforePoint) + "f", number);
  }
}
