package dev.paca.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.producers.workload.Workload;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportCheck;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.rubric.Rubrics;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static final int SIZE = 20_000;
  private static final LocalDate FROM = LocalDate.of(2020, 12, 16);
  private static final LocalDate TO = LocalDate.of(2025, 12, 15);
  private static final Rubrics RUBRICS = Repository.find().rubrics();
  private static final List<Filed> LOG = workload(Workload.SEED).filed();

  private static Workload workload(long seed) {
    return new Workload(seed, SIZE, RUBRICS, FROM, TO);
  }

  @Test
  void theSameSeedGivesTheSameReportsAndAnotherSeedOthers() {
    assertThat(workload(Workload.SEED).filed()).isEqualTo(LOG);
    assertThat(workload(1).filed()).isNotEqualTo(LOG);
  }

  @Test
  void aReportArrivesAsItWasFiled() {
    assertThat(new EncodedLog(LOG).read(0, SIZE)).isEqualTo(LOG);
    assertThat(new EncodedLog(LOG).read(7, 9)).isEqualTo(LOG.subList(7, 9));
  }

  @Test
  void everyReportIsOneThatIntakeAccepts() {
    assertThat(LOG).hasSize(SIZE);
    assertThat(LOG)
        .allMatch(
            filed -> ReportCheck.check(filed.report().body(), Provinces.standard(), TO).isEmpty());
  }

  @Test
  void allTypesAndProvincesReportAndAThirdHasACaseNumber() {
    Set<ReportType> types = new HashSet<>();
    Set<String> provinces = new HashSet<>();
    int onMatters = 0;
    for (Filed filed : LOG) {
      types.add(filed.report().type());
      provinces.add(filed.report().province());
      onMatters += filed.report().matterId().isPresent() ? 1 : 0;
    }
    assertThat(types).containsExactlyInAnyOrder(ReportType.values());
    assertThat(provinces).hasSizeGreaterThanOrEqualTo(63);
    assertThat((double) onMatters / SIZE).isCloseTo(1.0 / 3, within(0.02));
  }

  @Test
  void ofAHundredTwentyCorrectFiveRepeatOneRetractsAndTwoAreLate() {
    Map<ReportKey, Report> latest = new HashMap<>();
    int corrections = 0;
    int moves = 0;
    int repeats = 0;
    int retractions = 0;
    int overtaken = 0;
    for (Filed filed : LOG) {
      Report report = filed.report();
      Report known = latest.get(report.key());
      if (known == null) {
        latest.put(report.key(), report);
      } else if (known.equals(report)) {
        repeats++;
      } else if (known.revision().getAsLong() > report.revision().getAsLong()) {
        overtaken++;
      } else {
        latest.put(report.key(), report);
        retractions += report.retracted() ? 1 : 0;
        corrections += report.retracted() ? 0 : 1;
        moves += moved(known, report) ? 1 : 0;
      }
    }
    assertThat((double) corrections / SIZE).isCloseTo(0.20, within(0.01));
    assertThat((double) moves / corrections).isCloseTo(0.02, within(0.01));
    assertThat((double) repeats / SIZE).isCloseTo(0.05, within(0.005));
    assertThat((double) retractions / SIZE).isCloseTo(0.01, within(0.003));
    assertThat(overtaken).isPositive();
  }

  private static boolean moved(Report before, Report after) {
    return !before.province().equals(after.province())
        || !before.occurredOn().equals(after.occurredOn());
  }
}
