package dev.paca.producers.sample;

import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.ProvinceScore;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A scene with its reports drawn and what the fold makes of them; appraised leaves still empty. */
record Drawn(Scene scene, List<Filing> filings, ProvinceScore computed) {

  static Drawn of(Scene scene, Rubric rubric) {
    List<Filing> filings = SceneReports.of(scene);
    filings.addAll(AppraisalReports.overruled(scene, rubric));
    return new Drawn(scene, filings, new SceneScores(rubric).of(scene, filings));
  }

  double partC() {
    return computed.criterion("C").orElseThrow().points().doubleValue();
  }

  /** What the appraised leaves have to give so that the total comes out. */
  BigDecimal left() {
    return scene.total().subtract(computed.total());
  }

  /** {@link #left} as a share of what the appraised leaves can give. */
  double leftShare(Rubric rubric) {
    BigDecimal most =
        rubric.leaves().stream()
            .filter(leaf -> leaf.formula().isEmpty())
            .map(Criterion::max)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return left().doubleValue() / most.doubleValue();
  }

  /** Whether the computed leaves that are weak are exactly those known to be. */
  boolean weakAsKnown() {
    Set<String> weak = new HashSet<>(computed.weak());
    return scene.steered().isEmpty() || weak.equals(scene.steered());
  }
}
