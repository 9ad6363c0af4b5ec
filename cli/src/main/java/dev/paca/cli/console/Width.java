package dev.paca.cli.console;

import java.text.Normalizer;

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

  /** At most {@code room} characters, the last an ellipsis if anything is missing. */
  static String cut(String text, int room) {
    String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (of(whole) <= room) {
      return whole;
    }
    StringBuilder kept = new StringBuilder();
    int[] points = whole.codePoints().toArray();
    for (int i = 0, used = 0; i < points.length; i++) {
      used += takesRoom(points[i]) ? 1 : 0;
      if (used > room - 1) {
        break;
      }
      kept.appendCodePoint(points[i]);
    }
    return kept.toString().stripTrailing() + "…";
  }

  private static boolean takesRoom(int point) {
    int type = Character.getType(point);
    return type != Character.NON_SPACING_MARK
        && type != Character.ENCLOSING_MARK
        && type != Character.FORMAT;
  }
}
