package dev.paca.benchmarks.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.benchmarks.result.Figure;
import dev.paca.reports.Appraisal;
import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.rubric.Rubrics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class CoreBenchmarksTest {

  @Test
  void everyBenchmarkRunsOnceAndComputesWhatTheFoldDoes() throws Exception {
    System.setProperty("jmh.ignoreLock", "true");
    List<Figure> figures =
        CoreBenchmarks.run(
            CoreBenchmarks.options()
                .forks(0)
                .mode(Mode.SingleShotTime)
                .warmupIterations(0)
                .measurementIterations(1)
                .verbosity(VerboseMode.SILENT));
    assertThat(figures).hasSize(CoreFigure.values().length);
    assertThat(figures).allMatch(figure -> figure.value() > 0);
  }

  @Test
  void everyBenchmarkHasItsRowInTheTable() {
    Set<BenchmarkListEntry> found =
        BenchmarkList.defaultList()
            .find(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                List.of(CoreBenchmarks.included()),
                List.of());
    assertThat(found.stream().map(BenchmarkListEntry::getUsername))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CoreFigure.values()).map(CoreFigure::benchmark).toList());
  }

  @Test
  void aFoldThatMissesOneReportIsNotMeasured() {
    Rubrics rubrics = Repository.find().rubrics();
    List<Filed> log = FoldBenchmark.log(rubrics, 3_000);
    Map<Integer, Fold.Assessment> expected = ReportFold.plainly(log, rubrics);
    ReportFold whole = ReportFold.ofReportsAndMatters(rubrics);
    log.forEach(whole::file);
    Equality.require(expected, Rescoring.of(rubrics, whole.sums()));

    Filed missed =
        log.stream().filter(CoreBenchmarksTest::decidesACriterion).findFirst().orElseThrow();
    ReportFold lacking = ReportFold.ofReportsAndMatters(rubrics);
    log.stream()
        .filter(filed -> !filed.report().key().equals(missed.report().key()))
        .forEach(lacking::file);
    assertThatIllegalStateException()
        .isThrownBy(() -> Equality.require(expected, Rescoring.of(rubrics, lacking.sums())))
        .withMessageContaining("results differ, so nothing is measured");
  }

  /** Final points count whatever else is reported. */
  private static boolean decidesACriterion(Filed filed) {
    return filed.report().body() instanceof Appraisal appraisal
        && appraisal.getStage() == AppraisalStage.FINAL;
  }
}
