package dev.paca.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.producers.workload.Workload;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AmountsTest {
  private static final int COUNT = 2_000;
  private static final Workload WORKLOAD =
      new Workload(
          Workload.SEED,
          COUNT,
          Repository.find().rubrics(),
          LocalDate.of(2021, 12, 16),
          LocalDate.of(2024, 12, 15));
  private static final List<Report> REPORTS =
      Stream.generate(WORKLOAD.iterator()::next).limit(COUNT).map(Report::of).toList();

  @Test
  void bytesGiveWhatTheirReportGives() {
    Map<ReportType, Sums> expected = new EnumMap<>(ReportType.class);
    Map<ReportType, Sums> found = new EnumMap<>(ReportType.class);
    for (Report report : REPORTS) {
      MeasureVector vector = MeasureVector.of(report);
      expected.computeIfAbsent(report.type(), Sums::none).add(vector);
      Amounts.add(Amounts.bytes(vector), found.computeIfAbsent(report.type(), Sums::none));
    }
    assertThat(found).isEqualTo(expected).hasSize(ReportType.values().length);
  }

  @Test
  void bytesTakeBackExactlyWhatTheyGave() {
    for (Report report : REPORTS) {
      byte[] amounts = Amounts.bytes(MeasureVector.of(report));
      Sums sums = Sums.none(report.type());
      Amounts.add(amounts, sums);
      assertThat(sums.isNothing()).isFalse();
      Amounts.take(amounts, sums);
      assertThat(sums).isEqualTo(Sums.none(report.type()));
    }
  }
}
