package dev.paca.producers.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that somebody probably meant: case, spaces and a few slips apart. */
public final class NearestName {
  private static final int LONGEST = 64;

  private NearestName() {}

  /** Empty when nothing known is near: a third of the letters may differ. */
  public static Optional<String> of(String written, Collection<String> known) {
    String wanted = FieldKind.plain(written);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(name -> distance(wanted, FieldKind.plain(name)) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(wanted, FieldKind.plain(name))));
  }

  /** Letters to put in, leave out or change (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
