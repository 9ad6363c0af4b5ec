package dev.paca.scoring.province;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds a province the way people name it: code, name or abbreviation, with or without marks. */
public final class ProvinceSearch {
  private ProvinceSearch() {}

  /**
   * The one province of {@code among} that {@code text} names. Exact names win over beginnings;
   * empty when none or several fit.
   */
  public static Optional<Province> find(String text, List<Province> among) {
    String wanted = plain(text);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    return only(among, province -> province.code().equals(wanted))
        .or(() -> only(among, province -> plain(province.name()).equals(wanted)))
        .or(() -> only(among, province -> plain(province.fullName()).equals(wanted)))
        .or(() -> only(among, province -> plain(province.abbreviation()).equals(wanted)))
        .or(() -> only(among, province -> plain(province.name()).startsWith(wanted)));
  }

  private static Optional<Province> only(List<Province> among, Predicate<Province> fits) {
    List<Province> found = among.stream().filter(fits).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Lower case, no marks, đ as d, runs of spaces and hyphens as one space. */
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd')
        .replaceAll("[\\s-]+", " ")
        .strip();
  }
}
