package dev.paca.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.rubric.Rubric;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random schedules of everything that can happen, each from a seed. {@code
 * -Dpaca.simulation.seed=N} replays one, {@code -Dpaca.simulation.schedules=N} runs more of them,
 * however long it takes.
 */
@ExtendWith(QuietRubrics.class)
class SimulationTest {
  private static final int SCHEDULES = 2_000;
  private static final Duration ENOUGH = Duration.ofSeconds(20);
  private static final int FEWEST = 100;

  @Test
  void whateverHappensTheOutputIsTheFoldOfTheCommittedInput() {
    Map<String, Rubric> parsed = new HashMap<>();
    Long replayed = Long.getLong("paca.simulation.seed");
    if (replayed != null) {
      Schedule.run(replayed, parsed);
      return;
    }
    Integer asked = Integer.getInteger("paca.simulation.schedules");
    int schedules = asked == null ? SCHEDULES : asked;
    long started = System.nanoTime();
    long steps = 0;
    int seed = 0;
    while (seed < schedules && (asked != null || since(started).compareTo(ENOUGH) < 0)) {
      steps += Schedule.run(seed, parsed);
      seed++;
    }
    long millis = Math.max(1, since(started).toMillis());
    System.out.printf(
        "simulation: %d schedules, %d steps, %d schedules a minute%n",
        seed, steps, 60_000L * seed / millis);
    assertThat(seed).isGreaterThanOrEqualTo(Math.min(schedules, FEWEST));
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
