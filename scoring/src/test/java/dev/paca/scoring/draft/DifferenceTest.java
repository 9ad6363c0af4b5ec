package dev.paca.scoring.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.CriterionScore;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Tally;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final Provinces PROVINCES = Provinces.standard();
  private static final List<String> CODES =
      PROVINCES.on(LocalDate.of(2022, 12, 15)).stream().map(p -> p.code()).toList();
  private static final List<String> MEASURES =
      List.of(
          "audits.corruptionCases",
          "audits.recoveredVnd",
          "audits.recommendedRecoveryVnd",
          "prosecutions.trial.serious.accused",
          "denunciations.resolved",
          "denunciations.received",
          "conflicts.detected");

  /** Points, basis and maximum of a criterion; total and rank of a province. */
  private record Figures(
      Optional<BigDecimal> total, OptionalInt rank, Map<String, String> criteria) {}

  @Property(tries = 200)
  void addingTheDifferenceEqualsScoringAnew(@ForAll Random random) {
    Map<String, Tally> tallies = tallies(random);
    Assessment now = Assessment.of(RubricSamples.of(2022), PROVINCES, tallies);
    Assessment then = Assessment.of(draft(random), PROVINCES, tallies);

    Map<String, Figures> applied = figures(now);
    for (Difference.OfProvince each : Difference.between(now, then).provinces()) {
      Map<String, String> criteria = new TreeMap<>(applied.get(each.province()).criteria());
      for (Difference.OfCriterion criterion : each.criteria()) {
        assertThat(criteria.get(criterion.code()))
            .isEqualTo(criterion.now().map(DifferenceTest::figure).orElse(null));
        criterion
            .then()
            .ifPresentOrElse(
                score -> criteria.put(criterion.code(), figure(score)),
                () -> criteria.remove(criterion.code()));
      }
      assertThat(applied.get(each.province()).total()).isEqualTo(each.totalNow());
      assertThat(applied.get(each.province()).rank()).isEqualTo(each.rankNow());
      applied.put(each.province(), new Figures(each.totalThen(), each.rankThen(), criteria));
    }
    assertThat(applied).isEqualTo(figures(then));
  }

  @Property(tries = 100)
  void aRubricAgainstItselfChangesNothing(@ForAll Random random) {
    Assessment now = Assessment.of(RubricSamples.of(2022), PROVINCES, tallies(random));
    Difference difference = Difference.between(now, now);

    assertThat(difference.provinces()).hasSize(63).noneMatch(Difference.OfProvince::changes);
    assertThat(difference.gains() + difference.losses()).isZero();
  }

  @Test
  void whoChangesMostComesFirst() {
    Map<String, Tally> tallies = new HashMap<>();
    tallies.put("94", cases(12));
    tallies.put("01", cases(6));
    Assessment now = Assessment.of(bands("8.0", "5.5"), PROVINCES, tallies);
    Assessment then = Assessment.of(bands("2.0", "6.0"), PROVINCES, tallies);

    Difference difference = Difference.between(now, then);

    Difference.OfProvince first = difference.provinces().get(0);
    assertThat(first.province()).isEqualTo("94");
    assertThat(first.gain()).isEqualByComparingTo("-6");
    assertThat(first.rankNow()).hasValue(1);
    assertThat(first.rankThen()).hasValue(2);
    assertThat(difference.provinces().get(1).province()).isEqualTo("01");
    assertThat(difference.provinces().get(1).gain()).isEqualByComparingTo("0.5");
    assertThat(difference.gains()).isEqualTo(1);
    assertThat(difference.losses()).isEqualTo(1);
    assertThat(difference.provinces().get(2).totalNow()).isEmpty();
  }

  @Test
  void aCriterionThatTheDraftAddsOrRemovesIsNamed() {
    Rubric added =
        RubricSamples.withCriteria(
            """
            source: test
            criteria:
              - {code: E, name: {vi: a, en: b}, max: 3, provenance: derived, points: "1.0"}
            """);
    Map<String, Tally> tallies = Map.of("94", cases(12));
    Difference difference =
        Difference.between(
            Assessment.of(bands("8.0", "5.5"), PROVINCES, tallies),
            Assessment.of(added, PROVINCES, tallies));

    List<Difference.OfCriterion> criteria = difference.provinces().get(0).criteria();
    assertThat(criteria).extracting(Difference.OfCriterion::code).containsExactly("E", "C");
    assertThat(criteria.get(0).now()).isEmpty();
    assertThat(criteria.get(1).then()).isEmpty();
  }

  private static Rubric bands(String many, String some) {
    return RubricSamples.withCriteria(
        """
        source: test
        criteria:
          - {code: C, name: {vi: a, en: b}, max: 8, provenance: derived,
             points: "audits.corruptionCases >= 10 ? %s : %s"}
        """
            .formatted(many, some));
  }

  /** The sample's tree, some of its figures changed, one leaf sometimes gone. */
  private static Rubric draft(Random random) {
    String d1 =
        random.nextBoolean()
            ? "- {code: D.1, name: {vi: a, en: b}, max: 2, provenance: derived, appraised: true}\n"
            : "- {code: D.9, name: {vi: a, en: b}, max: 2, provenance: derived, points: \"1.5\"}\n";
    return RubricSamples.withCriteria(
        """
        source: test
        criteria:
          - {code: C, name: {vi: a, en: b}, max: %d, provenance: derived,
             points: "double(min(%d, audits.corruptionCases)) * 0.75"}
          - code: D
            name: {vi: a, en: b}
            max: 2
            criteria:
            %s
        """
            .formatted(5 + random.nextInt(30), 1 + random.nextInt(20), d1.strip()));
  }

  private static Map<String, Tally> tallies(Random random) {
    Map<String, Tally> tallies = new HashMap<>();
    for (String code : CODES) {
      if (random.nextInt(5) > 0) {
        Tally tally = new Tally();
        for (String measure : MEASURES) {
          tally.set(Measures.index(measure).orElseThrow(), BigInteger.valueOf(random.nextInt(20)));
        }
        if (random.nextBoolean()) {
          tally.add(appraised("D.1", random));
        }
        if (random.nextInt(10) == 0) {
          tally.add(appraised(Rubric.TOTAL, random));
        }
        tallies.put(code, tally);
      }
    }
    return tallies;
  }

  private static AppraisedPoints appraised(String criterion, Random random) {
    return new AppraisedPoints(
        criterion,
        AppraisalStage.values()[random.nextInt(3)],
        BigDecimal.valueOf(random.nextInt(900), 2),
        LocalDate.of(2022, 12, 1),
        "ubnd",
        "R-" + random.nextInt(9));
  }

  private static Tally cases(int cases) {
    Tally tally = new Tally();
    tally.set(Measures.index("audits.corruptionCases").orElseThrow(), BigInteger.valueOf(cases));
    return tally;
  }

  private static Map<String, Figures> figures(Assessment assessment) {
    Map<String, Figures> figures = new TreeMap<>();
    assessment
        .scores()
        .forEach(
            (code, score) ->
                figures.put(
                    code,
                    new Figures(
                        Optional.of(score)
                            .filter(ProvinceScore::hasAnything)
                            .map(ProvinceScore::total),
                        assessment.ranking().rankOf(code),
                        score.criteria().stream()
                            .collect(
                                Collectors.toMap(
                                    CriterionScore::code,
                                    DifferenceTest::figure,
                                    (a, b) -> a,
                                    TreeMap::new)))));
    return figures;
  }

  private static String figure(CriterionScore score) {
    return score.points() + " of " + score.criterion().max() + " " + score.basis();
  }
}
