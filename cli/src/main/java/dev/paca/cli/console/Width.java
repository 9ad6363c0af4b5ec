package dev.paca.cli.console;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** How much room text takes on a terminal: marks of Vietnamese letters take none. */
final class Width {
  private Width() {}

  static int of(String text) {
    return (int)
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .codePoints()
            .filter(Width::takesRoom)
            .count();
  }

  /** The text in lines of at most {@code room} characters, broken between words where it can. */
  static List<String> wrap(String text, int room) {
    List<String> lines = new ArrayList<>();
    String rest = Normalizer.normalize(text, Normalizer.Form.NFC).stripTrailing();
    while (of(rest) > room) {
      int end = end(rest, room);
      int space = rest.substring(0, end + 1).lastIndexOf(' ');
      boolean betweenWords = !rest.substring(0, Math.max(0, space)).isBlank();
      lines.add(rest.substring(0, betweenWords ? space : end));
      rest = rest.substring(betweenWords ? space : end).strip();
    }
    lines.add(rest);
    return lines;
  }

  /** The index after as many characters as take {@code room}, where at least one more follows. */
  private static int end(String text, int room) {
    int index = 0;
    int used = 0;
    while (true) {
      int point = text.codePointAt(index);
      used += takesRoom(point) ? 1 : 0;
      if (used > room) {
        return index;
      }
      index += Character.charCount(point);
    }
  }

  private static boolean takesRoom(int point) {
    int type = Character.getType(point);
    return type != Character.NON_SPACING_MARK
        && type != Character.ENCLOSING_MARK
        && type != Character.FORMAT;
  }
}
