package dev.paca.benchmarks.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.bed.Input;
import dev.paca.benchmarks.checkout.Repository;
import dev.paca.benchmarks.contender.Contender;
import dev.paca.benchmarks.contender.Contenders;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.cli.console.Console;
import dev.paca.producers.workload.Workload;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of each kind; what a variant does differently is settings. */
class PeersIT {
  private static final int REPORTS = 20_000;

  @TempDir private static Path folder;
  private static Bed bed;
  private static Expected expected;

  @BeforeAll
  static void layTheBed() throws Exception {
    Repository repository = Repository.find();
    bed = Bed.lay(folder, silent(repository));
    Workload workload =
        new Workload(
            Workload.SEED,
            REPORTS,
            repository.rubrics(),
            LocalDate.of(2021, 12, 16),
            LocalDate.of(2024, 12, 15));
    new Input(bed).load(workload.iterator(), REPORTS, published -> {});
    expected = Expected.of(bed);
  }

  @AfterAll
  static void takeTheBedAway() {
    if (bed != null) {
      bed.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop-logged", "dsl", "flink-rocksdb-100ms"})
  void comesToTheFoldOfTheInput(String name) throws Exception {
    Contender peer =
        Contenders.all().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();

    DrainFigures figures = new Drain(bed, expected).by(peer);

    assertThat(figures.bytes()).isPositive();
    assertThat(figures.peakMegabytes()).isPositive();
    assertThat(figures.bytesByTopic()).containsKey(name + "-output");
  }

  private static Console silent(Repository repository) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Console(
        nowhere, nowhere, false, false, 80, false, Map.of(), repository.root(), Clock.systemUTC());
  }
}
