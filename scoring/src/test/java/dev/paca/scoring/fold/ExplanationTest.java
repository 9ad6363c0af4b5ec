package dev.paca.scoring.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.formula.Formula;
import dev.paca.scoring.matter.MatterCount;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.score.CriterionScore;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placement;
import dev.paca.scoring.tally.Placer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What the reports of a place gave, listed one by one, is what its formulas read. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class ExplanationTest {
  private static final Placer PLACER = new Placer(Histories.PROVINCES, RubricSamples.all());

  @Property
  void theEvidenceOfEveryCriterionAddsUpToItsPoints(@ForAll History history) {
    Fold fold = new Fold(Histories.PROVINCES, RubricSamples.all());
    history.log().forEach(fold::file);
    Map<Place, Map<String, BigInteger>> evidence = evidence(fold.ledger());
    for (Assessment assessment : fold.assessments().values()) {
      assessment.scores().values().forEach(score -> assertAddsUp(score, evidence));
    }
  }

  private static void assertAddsUp(
      ProvinceScore score, Map<Place, Map<String, BigInteger>> evidence) {
    Map<String, BigInteger> measures = evidence.getOrDefault(score.place(), Map.of());
    for (CriterionScore criterion : score.criteria()) {
      if (criterion.criterion().formula().isPresent()) {
        Formula.Result expected =
            criterion
                .criterion()
                .formula()
                .get()
                .evaluate(
                    index -> measures.getOrDefault(Measures.name(index), BigInteger.ZERO),
                    criterion.criterion().max());
        assertThat(criterion.computed().isPresent())
            .isEqualTo(!measures.isEmpty() && expected.points().isPresent());
        criterion.computed().ifPresent(p -> assertThat(p).isEqualTo(expected.points().get()));
      }
    }
  }

  /** Per place, each measure and what all reports and matters together gave to it. */
  private static Map<Place, Map<String, BigInteger>> evidence(Collection<Revisions> ledger) {
    Map<Place, Map<String, BigInteger>> evidence = new HashMap<>();
    Map<String, List<Revisions>> matters = new HashMap<>();
    for (Revisions report : ledger) {
      for (Placement.Counted counted : PLACER.place(report).counted()) {
        add(evidence, counted.place(), MeasureVector.of(counted.by().report()));
      }
      report
          .matterIds()
          .forEach(id -> matters.computeIfAbsent(id, m -> new ArrayList<>()).add(report));
    }
    matters.forEach(
        (id, reports) ->
            MatterCount.of(id, reports, PLACER)
                .ifPresent(
                    count ->
                        count.places().forEach(place -> add(evidence, place, count.vector()))));
    return evidence;
  }

  private static void add(
      Map<Place, Map<String, BigInteger>> evidence, Place place, MeasureVector vector) {
    Map<String, BigInteger> sums = evidence.computeIfAbsent(place, p -> new HashMap<>());
    for (int i = 0; i < vector.size(); i++) {
      sums.merge(
          Measures.name(vector.index(i)), BigInteger.valueOf(vector.amount(i)), BigInteger::add);
    }
    if (vector.size() == 0 && sums.isEmpty()) {
      evidence.remove(place);
    }
  }
}
