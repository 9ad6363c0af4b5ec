package dev.paca.streams;

import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.http.Readiness;
import dev.paca.streams.serving.ServedTables;
import dev.paca.streams.trouble.RegistryAtStart;
import dev.paca.streams.trouble.TopicWatch;
import dev.paca.streams.trouble.Troubles;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** When this instance can be asked: its tasks run, and its tables hold what was there at start. */
final class ServiceReadiness implements Readiness {
  private final StreamTasks tasks;
  private final ServedTables tables;
  private final ScoreChangeFeed feed;
  private final Troubles troubles;
  private final RegistryAtStart registry;
  private final TopicWatch watch;

  ServiceReadiness(
      StreamTasks tasks,
      ServedTables tables,
      ScoreChangeFeed feed,
      Troubles troubles,
      RegistryAtStart registry,
      TopicWatch watch) {
    this.tasks = tasks;
    this.tables = tables;
    this.feed = feed;
    this.troubles = troubles;
    this.registry = registry;
    this.watch = watch;
  }

  @Override
  public List<Check> checks() {
    KafkaStreams.State state = tasks.state();
    boolean scored = !tables.current().years().isEmpty();
    return List.of(
        noTrouble(),
        // Nothing here is wrong, and all other partitions go on: it is told, and ready.
        new Check("nothing held back", true, String.join("; ", watch.held())),
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

  private Check noTrouble() {
    Optional<String> trouble =
        watch
            .broken()
            .or(registry::waitingFor)
            .or(() -> tables.trouble().map(this::withAge))
            .or(() -> troubles.current().map(Troubles.Trouble::describe));
    return new Check("no trouble", trouble.isEmpty(), trouble.orElse("none"));
  }

  private String withAge(String trouble) {
    return tables
        .age()
        .map(age -> trouble + "; what is served is " + age.toSeconds() + " s old")
        .orElse(trouble);
  }
}
