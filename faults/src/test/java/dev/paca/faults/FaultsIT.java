package dev.paca.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.cli.console.Console;
import dev.paca.faults.fault.Faults;
import dev.paca.faults.installation.Installation;
import dev.paca.faults.installation.Plan;
import dev.paca.faults.suite.Eyes;
import dev.paca.faults.suite.Round;
import dev.paca.faults.suite.Suite;
import dev.paca.faults.workload.IndexRubrics;
import dev.paca.faults.workload.Landmarks;
import dev.paca.faults.workload.Traffic;
import dev.paca.producers.workload.Workload;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code paca faults}: three instances over one broker, each fault once. */
class FaultsIT {
  private static final long SEED = 20_220_101;
  private static final int REPORTS = 6_000;
  private static final int PER_SECOND = 250;

  /** Tasks are taken over after 10 s at the least: below that nobody waited for it. */
  private static final long NO_GAP_MS = 6_000;

  @TempDir private static Path folder;
  private static final List<Round> ROUNDS = new ArrayList<>();
  private static final List<String> AT_THE_END = new ArrayList<>();

  @BeforeAll
  static void breakEverythingWhileReportsArrive() throws Exception {
    Console console = silent();
    Workload workload =
        new Workload(
            SEED,
            10 * REPORTS,
            IndexRubrics.in(console.home()),
            LocalDate.of(2021, 12, 16),
            LocalDate.of(2024, 12, 15));
    Plan plan = new Plan(folder, 1, 3, Plan.CLASSIC);
    try (Installation installation = Installation.start(plan, console);
        Traffic traffic = new Traffic(installation.settings(), workload, PER_SECOND)) {
      Landmarks.publish(installation.settings());
      try (Eyes eyes = Eyes.on(installation)) {
        Suite.of(installation, traffic, eyes, console, SEED, REPORTS, line -> {})
            .run(Faults.few().stream().map(Faults::once).toList(), ROUNDS::add);
        AT_THE_END.addAll(eyes.conclude());
      }
    }
  }

  @Test
  void afterEveryFaultWhatIsServedToldAndRejectedIsTheFoldOfTheInput() {
    assertThat(ROUNDS)
        .extracting(Round::fault)
        .containsExactly("kill-instance", "freeze-instance", "delete-state");
    assertThat(ROUNDS)
        .allSatisfy(
            round -> {
              assertThat(round.named()).as(round.fault()).isEmpty();
              assertThat(round.differences()).as(round.fault()).isZero();
              // 5 years of 63 or 34 provinces, some twenty criteria each, of three instances.
              assertThat(round.scores()).as(round.fault()).isGreaterThan(20_000);
            });
    assertThat(ROUNDS.get(ROUNDS.size() - 1).reports()).isGreaterThanOrEqualTo(REPORTS);
  }

  @Test
  void noReaderEverSeesHalfATransactionAndNobodyIsAnsweredWhatWasNeverCommitted() {
    assertThat(ROUNDS).allSatisfy(round -> assertThat(round.torn()).isZero());
    assertThat(AT_THE_END).isEmpty();
  }

  @Test
  void questionsForScoresHaveNoGapWhenOneOfThreeInstancesIsKilled() {
    assertThat(ROUNDS.get(0).scoreGapMs()).isLessThan(NO_GAP_MS);
  }

  private static Console silent() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Path home = Path.of("..").toAbsolutePath().normalize();
    return new Console(
        nowhere, nowhere, false, false, 80, false, Map.of(), home, Clock.systemDefaultZone());
  }
}
