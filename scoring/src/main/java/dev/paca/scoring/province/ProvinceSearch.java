package dev.paca.scoring.province;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds a province the way people name it: code, name or abbreviation, with or without marks. */
public final class ProvinceSearch {
  private ProvinceSearch() {}

  /** "Tỉnh", "Thành phố" or "TP" before a name. */
  private static final Pattern KIND = Pattern.compile("^(tinh|thanh pho|tp\\.?) ?(?=.)");

  /**
   * The one province of {@code among} that {@code text} names, with or without "Tỉnh", "Thành phố"
   * or "TP". Exact names win over beginnings; empty when none or several fit.
   */
  public static Optional<Province> find(String text, List<Province> among) {
    String wanted = KIND.matcher(plain(text)).replaceFirst("");
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    return only(among, province -> province.code().equals(wanted))
        .or(() -> only(among, province -> plain(province.name()).equals(wanted)))
        .or(() -> only(among, province -> plain(province.abbreviation()).equals(wanted)))
        .or(() -> only(among, province -> plain(province.name()).startsWith(wanted)));
  }

  private static Optional<Province> only(List<Province> among, Predicate<Province> fits) {
    List<Province> found = among.stream().filter(fits).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Lower case, no marks, đ as d, runs of spaces, hyphens and dashes as one space. */
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd')
        .replaceAll("[\\s\\p{Pd}]+", " ")
        .strip();
  }
}
