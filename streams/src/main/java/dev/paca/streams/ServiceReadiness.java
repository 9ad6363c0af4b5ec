package dev.paca.streams;

import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.http.Readiness;
import dev.paca.streams.serving.ServedTables;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;

/** When this instance can be asked: its tasks run, and its tables hold what was there at start. */
final class ServiceReadiness implements Readiness {
  private final StreamTasks tasks;
  private final ServedTables tables;
  private final ScoreChangeFeed feed;

  ServiceReadiness(StreamTasks tasks, ServedTables tables, ScoreChangeFeed feed) {
    this.tasks = tasks;
    this.tables = tables;
    this.feed = feed;
  }

  @Override
  public List<Check> checks() {
    KafkaStreams.State state = tasks.state();
    boolean scored = !tables.current().years().isEmpty();
    return List.of(
        new Check("streams running", state == KafkaStreams.State.RUNNING, state.name()),
        new Check(
            "hydrated",
            tables.hydrated() && feed.state().hydrated(),
            tables
                .trouble()
                .orElse(
                    "scores read: "
                        + tables.hydrated()
                        + ", history read: "
                        + feed.state().hydrated())),
        new Check(
            "rubrics in force",
            scored,
            scored
                ? tables.current().years().keySet().toString()
                : "no rubric has been scored yet; publish one to paca.rubrics"));
  }
}
