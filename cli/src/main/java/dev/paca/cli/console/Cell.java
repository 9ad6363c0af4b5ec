package dev.paca.cli.console;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One cell.
 *
 * @param value what a script reads: whole, dots for decimals, empty for null
 * @param shown what a person reads on a terminal
 */
public record Cell(String value, String shown, Tone tone) {

  public static Cell text(String text) {
    String value = Objects.toString(text, "");
    return new Cell(value, value, Tone.PLAIN);
  }

  /** A value for scripts with a form of its own for people. */
  public static Cell of(Object value, String shown) {
    return new Cell(Objects.toString(value, ""), shown, Tone.PLAIN);
  }

  /** Points with two decimals; null is not stated, which is not zero. */
  public static Cell points(BigDecimal points, Language language) {
    return points == null
        ? notStated(language)
        : new Cell(points.toPlainString(), language.points(points), Tone.PLAIN);
  }

  public static Cell amount(Number number, Language language) {
    return number == null
        ? notStated(language)
        : new Cell(plain(number), language.amount(number), Tone.PLAIN);
  }

  public static Cell notStated(Language language) {
    return new Cell("", language.of("không nêu", "not stated"), Tone.DIM);
  }

  public Cell in(Tone other) {
    return new Cell(value, shown, other);
  }

  private static String plain(Number number) {
    return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
  }
}
