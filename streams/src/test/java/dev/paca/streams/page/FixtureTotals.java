package dev.paca.streams.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Wanted totals: a few provinces by name, the others evenly between. */
final class FixtureTotals {
  private FixtureTotals() {}

  static Map<String, String> of2021(Collection<String> codes) {
    Map<String, String> totals =
        spread(
            codes,
            2,
            List.of("79", "82", "26", "01", "11", "31", "48", "22", "94"),
            "74.90",
            "49.90");
    totals.put("54", "50.10");
    return totals;
  }

  /** Sóc Trăng (94) is 8th, Phú Yên (54) last; Đắk Lắk (66) and Đắk Nông (67) share a rank. */
  static Map<String, String> of2022(Collection<String> codes) {
    Map<String, String> totals =
        spread(codes, 5, List.of("26", "82", "79", "22", "31", "01", "48", "94"), "73.60", "51.02");
    List<String> best = List.of("77.95", "77.72", "77.28", "75.90", "74.81", "73.66", "73.02");
    List<String> first = List.of("26", "82", "79", "22", "31", "01", "48");
    for (int i = 0; i < first.size(); i++) {
      totals.put(first.get(i), best.get(i));
    }
    totals.put("94", "72.46");
    totals.put("54", "50.02");
    totals.put("67", totals.get("66"));
    totals.remove("93");
    return totals;
  }

  static Map<String, String> of2025(Collection<String> codes) {
    List<String> some = codes.stream().sorted().toList().subList(0, 18);
    List<String> withCanTho = new ArrayList<>(some);
    withCanTho.add("92");
    return spread(withCanTho, 3, List.of("92"), "61.40", "38.10");
  }

  private static Map<String, String> spread(
      Collection<String> codes, int seed, List<String> first, String best, String worst) {
    List<String> order = new ArrayList<>(first);
    codes.stream()
        .sorted((a, b) -> Integer.compare(mixed(a, seed), mixed(b, seed)))
        .filter(code -> !first.contains(code))
        .forEach(order::add);
    Map<String, String> totals = new LinkedHashMap<>();
    BigDecimal top = new BigDecimal(best);
    BigDecimal range = top.subtract(new BigDecimal(worst));
    for (int i = 0; i < order.size(); i++) {
      BigDecimal down =
          range
              .multiply(BigDecimal.valueOf(i))
              .divide(BigDecimal.valueOf(order.size()), 2, java.math.RoundingMode.HALF_UP);
      totals.put(order.get(i), top.subtract(down).toPlainString());
    }
    return totals;
  }

  /** A fixed shuffle. */
  private static int mixed(String code, int seed) {
    int number = Integer.parseInt(code);
    return number * 37 % 101 + number * seed % 11;
  }
}
