package dev.paca.producers.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.Appraisal;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.ranking.Ranking;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportWarnings;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.score.CriterionScore;
import dev.paca.scoring.score.ProvinceScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NationalSampleTest {
  private static List<Report> reports;
  private static Map<Integer, Fold.Assessment> assessments;
  private static final Map<Revisions.Decision, Integer> DECISIONS =
      new EnumMap<>(Revisions.Decision.class);

  @BeforeAll
  static void foldTheFiles() {
    reports = SampleFiles.reports(SampleFiles.NATIONAL);
    Fold fold =
        new Fold(
            Provinces.standard(),
            Rubrics.of(List.of(SampleFiles.rubric(2021), SampleFiles.rubric(2022))));
    for (int i = 0; i < reports.size(); i++) {
      DECISIONS.merge(fold.file(Filed.of(reports.get(i), 0, 0, i)), 1, Integer::sum);
    }
    assessments = fold.assessments();
  }

  @Test
  void theSeedGivesTheFilesInTheRepositoryByteForByte() {
    Map<String, String> drawn =
        NationalSample.files(
            NationalSample.SEED,
            SampleFiles.facts(),
            SampleFiles.rubric(2021),
            SampleFiles.rubric(2022));
    Map<String, String> stored =
        SampleFiles.files(SampleFiles.NATIONAL).stream()
            .collect(Collectors.toMap(file -> file.getFileName().toString(), SampleFiles::text));
    assertThat(stored.keySet()).isEqualTo(drawn.keySet());
    drawn.forEach(
        (name, content) ->
            assertThat(stored.get(name).equals(content)).as("%s is as drawn", name).isTrue());
  }

  @TestFactory
  Collection<DynamicTest> everyPublishedFactComesOutOfTheReports() {
    return SampleFiles.facts().all().stream()
        .map(
            fact ->
                DynamicTest.dynamicTest(
                    fact.year() + " " + fact.province().orElse("national") + " " + fact.fact(),
                    () -> assertThat(measured(fact)).isEqualTo(fact.value())))
        .toList();
  }

  private static String measured(PublishedFacts.Fact fact) {
    Fold.Assessment assessment = assessments.get(fact.year());
    if (fact.province().isPresent()) {
      String province = fact.province().get();
      ProvinceScore score = assessment.scores().get(province);
      return switch (fact.fact()) {
        case "total" -> score.total().toPlainString();
        case "rank" -> String.valueOf(assessment.ranking().rankOf(province).orElseThrow());
        case "weak" -> String.join(" ", new TreeSet<>(score.weak()));
        default -> throw new AssertionError("no measure of " + fact);
      };
    }
    String of = fact.fact().substring(fact.fact().indexOf('.') + 1);
    return switch (fact.fact().replaceAll("\\..*", "")) {
      case "mean" -> mean(assessment, of).toPlainString();
      case "percent" -> percent(assessment, of).toPlainString();
      case "full" ->
          count(
              assessment, score -> points(score, of).compareTo(max(assessment.rubric(), of)) == 0);
      case "count" -> count(assessment, score -> score.total().compareTo(new BigDecimal(of)) >= 0);
      default -> throw new AssertionError("no measure of " + fact);
    };
  }

  private static BigDecimal mean(Fold.Assessment assessment, String of) {
    if (of.equals(Rubric.TOTAL)) {
      return assessment.ranking().mean().orElseThrow();
    }
    return Ranking.mean(
            assessment.scores().values().stream().map(score -> points(score, of)).toList())
        .orElseThrow();
  }

  private static BigDecimal percent(Fold.Assessment assessment, String of) {
    BigDecimal sum =
        assessment.scores().values().stream()
            .map(score -> points(score, of))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal most =
        max(assessment.rubric(), of).multiply(BigDecimal.valueOf(assessment.scores().size()));
    return sum.movePointRight(2).divide(most, 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal points(ProvinceScore score, String criterion) {
    return score.criterion(criterion).orElseThrow().points();
  }

  private static BigDecimal max(Rubric rubric, String criterion) {
    return rubric.find(criterion).orElseThrow().max();
  }

  private static String count(Fold.Assessment assessment, Function<ProvinceScore, Boolean> which) {
    return String.valueOf(assessment.scores().values().stream().filter(which::apply).count());
  }

  @Test
  void everyProvinceIsRankedAndNoTwoShareARank() {
    for (Fold.Assessment assessment : assessments.values()) {
      assertThat(assessment.ranking().rows())
          .hasSize(63)
          .allMatch(row -> row.rank().isPresent() && !row.tied());
    }
  }

  @Test
  void noTotalIsSetByAnAppraisalOfTheTotal() {
    assertThat(reports)
        .noneMatch(
            report ->
                report.body() instanceof Appraisal appraisal
                    && appraisal.getCriterion().equals(Rubric.TOTAL));
  }

  @Test
  void everyLeafIsDecidedAndNoFormulaFails() {
    for (Fold.Assessment assessment : assessments.values()) {
      for (ProvinceScore score : assessment.scores().values()) {
        assertThat(score.criteria()).allMatch(criterion -> criterion.problem().isEmpty());
        assertThat(score.criteria())
            .filteredOn(criterion -> criterion.criterion().leaf())
            .allMatch(criterion -> !criterion.basis().name().matches("SELF|NONE"));
      }
    }
  }

  @Test
  void selfAssessmentsDifferFromWhatWasDecided() {
    List<CriterionScore> leaves =
        assessments.get(2022).scores().values().stream()
            .flatMap(score -> score.criteria().stream())
            .filter(leaf -> leaf.self().isPresent() && leaf.appraised().isPresent())
            .toList();
    assertThat(leaves).hasSize(63 * 17);
    assertThat(leaves).allMatch(leaf -> leaf.self().get().compareTo(leaf.appraised().get()) >= 0);
    assertThat(leaves)
        .filteredOn(leaf -> leaf.self().get().compareTo(leaf.appraised().get()) > 0)
        .hasSizeGreaterThan(leaves.size() / 2);
  }

  @Test
  void everyRowIsANewReportOrALaterRevision() {
    assertThat(DECISIONS).containsOnlyKeys(Revisions.Decision.ACCEPTED);
    assertThat(reports).hasSizeBetween(6_000, 9_000);
  }

  @Test
  void theReportsAreAsMessyAsRealOnes() {
    assertThat(reports).filteredOn(Report::retracted).hasSizeBetween(3, 30);
    assertThat(reports)
        .filteredOn(report -> !ReportWarnings.of(report).isEmpty())
        .hasSizeBetween(5, 60);
    assertThat(
            reports.stream()
                .filter(report -> report.matterId().isPresent())
                .collect(
                    Collectors.groupingBy(
                        report -> report.matterId().get(),
                        Collectors.mapping(report -> report.key().agency(), Collectors.toSet())))
                .values())
        .filteredOn(agencies -> agencies.size() >= 3)
        .hasSizeGreaterThan(50);
  }

  @Test
  void everyRowSaysThatItsFiguresAreOurs() {
    assertThat(Arrays.asList(Filing.REFERENCE))
        .containsAll(reports.stream().map(report -> report.reference().orElse("")).toList());
  }
}
