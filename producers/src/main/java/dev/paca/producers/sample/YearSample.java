package dev.paca.producers.sample;

import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One year of the sample. Agencies' reports are drawn and scored first; of many drawings the one
 * whose part C fits the province's total is kept, and the national mean of C is brought home with
 * the number of people sanctioned. The appraised leaves then give what is left of each total.
 */
final class YearSample {
  private static final int ATTEMPTS = 40;

  private final long seed;
  private final PublishedFacts facts;
  private final Rubric rubric;
  private final Map<String, BigDecimal> totals;

  YearSample(long seed, PublishedFacts facts, Rubric rubric, Map<String, BigDecimal> totals) {
    this.seed = seed;
    this.facts = facts;
    this.rubric = rubric;
    this.totals = totals;
  }

  List<Filing> filings() {
    List<Drawn> drawn = new ArrayList<>();
    totals.forEach((province, total) -> drawn.add(best(scene(province, total))));
    bringHome(drawn);
    Map<String, Map<String, Long>> means =
        NationalMeans.of(seed, facts, rubric, List.copyOf(totals.keySet()));
    List<Filing> filings = new ArrayList<>();
    for (Drawn one : drawn) {
      filings.addAll(one.filings());
      filings.addAll(AppraisalReports.of(one.scene(), rubric, appraised(one, means)));
    }
    return filings;
  }

  private Scene scene(String province, BigDecimal total) {
    return new Scene(
        seed,
        rubric.year(),
        rubric.window(),
        province,
        total,
        mean("TOTAL"),
        facts.weak(rubric.year(), province),
        0,
        0);
  }

  private double mean(String of) {
    return facts.national(rubric.year(), "mean." + of).orElseThrow().doubleValue();
  }

  private Drawn best(Scene scene) {
    double wanted =
        mean("C")
            + 0.5 * (scene.total().doubleValue() - mean("TOTAL"))
            + 4 * (scene.dice("part C").share() - 0.5);
    Drawn best = null;
    double least = Double.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Drawn drawn = Drawn.of(scene.attempt(attempt), rubric);
      double misfit = misfit(drawn, wanted);
      if (misfit < least) {
        least = misfit;
        best = drawn;
      }
    }
    return best;
  }

  /** How far part C is off; appraised leaves that would be nearly empty or full weigh more. */
  private double misfit(Drawn drawn, double wanted) {
    double share = drawn.leftShare(rubric);
    double beyond = Math.max(0, Math.max(0.62 - share, share - 0.93));
    double partC = drawn.scene().steered().isEmpty() ? Math.abs(drawn.partC() - wanted) : 0;
    return partC + 100 * beyond + (drawn.weakAsKnown() ? 0 : 1_000);
  }

  private void bringHome(List<Drawn> drawn) {
    double percent = facts.national(rubric.year(), "percent.C").orElseThrow().doubleValue();
    double max = rubric.find("C").orElseThrow().max().doubleValue();
    double missing = percent / 100 * max * drawn.size();
    for (Drawn one : drawn) {
      missing -= one.partC();
    }
    for (int i = 0; i < drawn.size(); i++) {
      if (drawn.get(i).scene().steered().isEmpty()) {
        Drawn moved = moved(drawn.get(i), missing);
        missing -= moved.partC() - drawn.get(i).partC();
        drawn.set(i, moved);
      }
    }
    if (Math.abs(missing) > 0.06) {
      throw new IllegalStateException(
          missing + " points of part C are missing in " + rubric.year());
    }
  }

  /** The same drawing with up to six people more or fewer sanctioned, as far as it helps. */
  private Drawn moved(Drawn drawn, double missing) {
    Drawn best = drawn;
    for (int more = -6; more <= 6 && Math.abs(missing) > 0.02; more++) {
      Drawn moved = Drawn.of(drawn.scene().moreSanctioned(more), rubric);
      if (Math.abs(missing - (moved.partC() - drawn.partC()))
          < Math.abs(missing - (best.partC() - drawn.partC()))) {
        best = moved;
      }
    }
    return best;
  }

  private Map<String, Long> appraised(Drawn drawn, Map<String, Map<String, Long>> means) {
    Scene scene = drawn.scene();
    Map<String, Long> points = new HashMap<>();
    means.forEach((leaf, all) -> points.put(leaf, all.get(scene.province())));
    long left = NationalMeans.hundredths(drawn.left());
    for (long given : points.values()) {
      left -= given;
    }
    List<Criterion> leaves =
        rubric.leaves().stream()
            .filter(leaf -> leaf.formula().isEmpty() && !points.containsKey(leaf.code()))
            .toList();
    double share =
        left
            / leaves.stream()
                .collect(Collectors.summingDouble(leaf -> leaf.max().doubleValue() * 100));
    Dice dice = scene.dice("appraised");
    List<Spread.Slot> slots = new ArrayList<>();
    for (Criterion leaf : leaves) {
      long max = NationalMeans.hundredths(leaf.max());
      long wish = Math.round(max * dice.near(share, 0.35) / 5) * 5;
      long least = scene.steered().isEmpty() ? max / 4 : (max + 1) / 2;
      slots.add(new Spread.Slot(wish, least, max));
    }
    long[] shares = Spread.of(left, slots);
    for (int i = 0; i < shares.length; i++) {
      points.put(leaves.get(i).code(), shares[i]);
    }
    return points;
  }
}
