package dev.paca.streams.page;

import dev.paca.streams.page.chart.TileGrid;
import dev.paca.streams.query.NameView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invented points of one year: every leaf of every province, drawn from a seed around a wanted
 * total, so that parts and totals really are sums of their criteria.
 */
final class FixtureYear {
  record Leaf(String code, String parent, NameView name, BigDecimal max, String formula) {}

  static final String DETECTED =
      "audits.corruptionCases >= 10 ? 8.0 : audits.corruptionCases >= 1 ? 4.0 : 0.0";

  static final List<Leaf> LEAVES =
      List.of(
          leaf("A.1.1", "A.1", "Ban hành kế hoạch", "Plan issued", 1, null),
          leaf("A.1.2", "A.1", "Nội dung kế hoạch", "Content of the plan", 4, null),
          leaf(
              "A.2.1",
              "A.2",
              "Xây dựng chính sách, pháp luật",
              "Building policy and law",
              15,
              null),
          leaf("B.1", "B", "Công khai, minh bạch", "Openness and transparency", 5, null),
          leaf(
              "B.2", "B", "Kiểm soát xung đột lợi ích", "Resolving conflicts of interest", 6, null),
          leaf("B.3", "B", "Các biện pháp phòng ngừa khác", "Other preventive measures", 19, null),
          leaf(
              "C.1.1",
              "C.1",
              "Phát hiện qua thanh tra, kiểm tra, giám sát",
              "Detection through inspection, audit and supervision",
              8,
              DETECTED),
          leaf(
              "C.1.2",
              "C.1",
              "Phát hiện qua phản ánh, tố cáo",
              "Detection through reflections and denunciations",
              7,
              "denunciations.corruptionCases > 0 ? 7.0 : 0.0"),
          leaf(
              "C.2.1",
              "C.2",
              "Xử lý trách nhiệm người đứng đầu",
              "Responsibility of heads",
              10,
              "sanctions.head.duePersons == 0 ? 0.0 : 10.0 * sanctions.head.persons / sanctions.head.duePersons"),
          leaf(
              "C.2.2",
              "C.2",
              "Xử lý hình sự",
              "Criminal prosecution",
              15,
              "min(15.0, prosecutions.trial.accused * 1.0)"),
          leaf(
              "D.1",
              "D",
              "Thu hồi qua thanh tra, tố cáo",
              "Recovery through inspection and denunciations",
              4,
              "recoveries.recoveredVnd > 0 ? 4.0 : 0.0"),
          leaf(
              "D.2",
              "D",
              "Thu hồi qua tố tụng, thi hành án",
              "Recovery through trial and enforcement",
              6,
              "recoveries.recoveredVnd > 0 ? 6.0 : 0.0"));

  /** What the formula gives for seven cases, everywhere; and what makes Sóc Trăng weak. */
  private static final Map<String, BigDecimal> FIXED =
      Map.of(
          "C.1.1", new BigDecimal("4.00"),
          "B.2", new BigDecimal("2.10"),
          "C.1.2", new BigDecimal("0.00"),
          "D.1", new BigDecimal("1.20"));

  static final Map<String, NameView> PARENTS = new LinkedHashMap<>();

  static {
    PARENTS.put("A", new NameView("Lãnh đạo, xây dựng chính sách", "Leadership, policy and law"));
    PARENTS.put("A.1", new NameView("Lãnh đạo, chỉ đạo", "Leadership and direction"));
    PARENTS.put("A.2", new NameView("Tổ chức thực hiện", "Implementation"));
    PARENTS.put("B", new NameView("Phòng ngừa tham nhũng", "Prevention"));
    PARENTS.put("C", new NameView("Phát hiện và xử lý tham nhũng", "Detection and handling"));
    PARENTS.put("C.1", new NameView("Phát hiện", "Detection"));
    PARENTS.put("C.2", new NameView("Xử lý", "Handling"));
    PARENTS.put("D", new NameView("Thu hồi tài sản tham nhũng", "Asset recovery"));
  }

  final int year;
  final String provincesAsOf;

  /** Code → name without Tỉnh or Thành phố, in the grid's order. */
  final Map<String, String> names;

  /** Province → leaf → points; a province without leaves has nothing yet. */
  final Map<String, Map<String, BigDecimal>> points = new LinkedHashMap<>();

  private final Map<String, BigDecimal> totals = new HashMap<>();

  FixtureYear(int year, String provincesAsOf) {
    this.year = year;
    this.provincesAsOf = provincesAsOf;
    this.names = names(TileGrid.asOf(provincesAsOf).tiles().size());
  }

  List<Leaf> leaves() {
    return LEAVES;
  }

  /** Points that add up to a wanted total. */
  void score(String province, String total) {
    BigDecimal wanted = new BigDecimal(total);
    Random random = new Random(year * 100L + Integer.parseInt(province));
    Map<String, BigDecimal> given = new LinkedHashMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Leaf leaf : LEAVES) {
      double share = wanted.doubleValue() / 100 * (0.65 + 0.6 * random.nextDouble());
      BigDecimal points = cut(leaf.max().multiply(BigDecimal.valueOf(share)), leaf.max());
      given.put(leaf.code(), points);
      sum = sum.add(points);
    }
    for (Map.Entry<String, BigDecimal> fixed : FIXED.entrySet()) {
      boolean everywhere = fixed.getKey().equals("C.1.1");
      if (everywhere || province.equals("94")) {
        sum = sum.add(fixed.getValue()).subtract(given.put(fixed.getKey(), fixed.getValue()));
      }
    }
    BigDecimal missing = wanted.subtract(sum);
    for (String code : List.of("B.3", "C.2.2", "A.2.1", "C.2.1", "D.2")) {
      BigDecimal now = given.get(code);
      BigDecimal then = cut(now.add(missing), leaf(code).max());
      given.put(code, then);
      missing = missing.subtract(then.subtract(now));
    }
    points.put(province, given);
    totals.put(province, sum(given));
  }

  void change(String province, String leaf, BigDecimal to) {
    points.get(province).put(leaf, to);
    totals.put(province, sum(points.get(province)));
  }

  BigDecimal total(String province) {
    return totals.getOrDefault(province, BigDecimal.ZERO.setScale(2));
  }

  private static BigDecimal sum(Map<String, BigDecimal> given) {
    return given.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static Leaf leaf(String code) {
    return LEAVES.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
  }

  private static BigDecimal cut(BigDecimal points, BigDecimal max) {
    return points.max(BigDecimal.ZERO).min(max).setScale(2, RoundingMode.HALF_UP);
  }

  private static Leaf leaf(
      String code, String parent, String vi, String en, int max, String formula) {
    return new Leaf(code, parent, new NameView(vi, en), BigDecimal.valueOf(max), formula);
  }

  private static Map<String, String> names(int of) {
    Map<String, String> names = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FixtureYear.class.getResourceAsStream("/page/tilegrid_" + of + ".csv"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(cells -> names.put(cells[0], cells[1].replaceFirst("^(Tỉnh|Thành phố) ", "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
