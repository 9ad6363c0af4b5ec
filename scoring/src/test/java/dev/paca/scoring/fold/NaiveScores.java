package dev.paca.scoring.fold;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The formulas of the sample rubric, written out in Java, and the rule of effective points. */
final class NaiveScores {
  // Far finer than any difference between two fractions of sums of forty reports.
  private static final MathContext FINE = new MathContext(80);

  private NaiveScores() {}

  /** Effective points of every leaf, and {@code TOTAL}. */
  static Map<String, BigDecimal> of(NaiveFold fold, String place) {
    Map<String, BigDecimal> points = new LinkedHashMap<>();
    Function<String, BigDecimal> m =
        name -> fold.sums().getOrDefault(place, Map.of()).getOrDefault(name, BigDecimal.ZERO);
    boolean figures = fold.sums().containsKey(place);
    leaf(points, fold, place, "C.1", 8, figures ? bands(m) : null);
    leaf(points, fold, place, "C.2", 10, figures ? ratio(m) : null);
    leaf(points, fold, place, "C.3", 6, figures ? worst(m) : null);
    leaf(points, fold, place, "C.4", 6, figures ? capped(m) : null);
    leaf(points, fold, place, "C.5", 5, figures ? resolved(m) : null);
    leaf(points, fold, place, "C.6", 5, figures ? matters(m) : null);
    leaf(points, fold, place, "D.1", 7, null);
    leaf(points, fold, place, "D.2", 3, figures ? deduction(m) : null);
    BigDecimal sum = points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal decided = fold.appraised(place, "TOTAL", "FINAL");
    points.put("TOTAL", decided == null ? sum : decided.min(new BigDecimal("50.00")));
    return points;
  }

  private static void leaf(
      Map<String, BigDecimal> points,
      NaiveFold fold,
      String place,
      String code,
      int max,
      BigDecimal computed) {
    BigDecimal best = null;
    for (String stage : List.of("SELF", "COMPUTED", "APPRAISED", "FINAL")) {
      BigDecimal given = stage.equals("COMPUTED") ? computed : fold.appraised(place, code, stage);
      best = given == null ? best : given;
    }
    BigDecimal effective = best == null ? BigDecimal.ZERO : best;
    points.put(code, effective.max(BigDecimal.ZERO).min(n(max)).setScale(2, RoundingMode.HALF_UP));
  }

  private static BigDecimal bands(Function<String, BigDecimal> m) {
    long cases = m.apply("audits.corruptionCases").longValueExact();
    return new BigDecimal(cases >= 10 ? "8" : cases >= 5 ? "5.5" : cases >= 1 ? "4" : "0");
  }

  private static BigDecimal ratio(Function<String, BigDecimal> m) {
    BigDecimal due = m.apply("audits.recommendedRecoveryVnd");
    return due.signum() == 0
        ? new BigDecimal("2.5")
        : m.apply("audits.recoveredVnd").divide(due, FINE).min(BigDecimal.ONE).multiply(n(10));
  }

  private static BigDecimal worst(Function<String, BigDecimal> m) {
    String trial = "prosecutions.trial.";
    return m.apply(trial + "extremelySerious.accused").signum() > 0
        ? n(6)
        : m.apply(trial + "verySerious.accused").signum() > 0
            ? n(4)
            : m.apply(trial + "serious.accused").signum() > 0
                ? n(2)
                : m.apply(trial + "lessSerious.accused").signum() > 0 ? n(1) : n(0);
  }

  private static BigDecimal capped(Function<String, BigDecimal> m) {
    return m.apply("sanctions.head.dismissal.persons")
        .multiply(new BigDecimal("1.5"))
        .add(m.apply("sanctions.deputy.persons").multiply(new BigDecimal("0.25")))
        .add(m.apply("sanctions.head.serious.persons").multiply(new BigDecimal("0.105")));
  }

  private static BigDecimal resolved(Function<String, BigDecimal> m) {
    BigDecimal received = m.apply("denunciations.received");
    return received.signum() == 0
        ? null
        : m.apply("denunciations.resolved").multiply(n(5)).divide(received, FINE);
  }

  private static BigDecimal matters(Function<String, BigDecimal> m) {
    return m.apply("matters.detected.prosecutions")
        .multiply(n(2))
        .add(m.apply("matters.detected"))
        .min(n(5));
  }

  private static BigDecimal deduction(Function<String, BigDecimal> m) {
    BigDecimal open = m.apply("conflicts.detected").subtract(m.apply("conflicts.resolved"));
    return n(3).subtract(open.divide(n(3), FINE));
  }

  private static BigDecimal n(long whole) {
    return BigDecimal.valueOf(whole);
  }
}
