package dev.paca.streams;

import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.http.Readiness;
import dev.paca.streams.serving.ServedTables;
import dev.paca.streams.trouble.TopicWatch;
import dev.paca.streams.trouble.Troubles;
import dev.paca.streams.watch.InputLag;
import dev.paca.streams.watch.RestoreProgress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When this instance can be asked: its tasks run, and its tables and stores hold what was there at
 * start. How far behind they are now is another thing: input that is read late is late in every
 * instance, so it keeps none from being asked.
 */
final class ServiceReadiness implements Readiness {
  /** Some seconds at the highest rate there is; another instance that is closer answers better. */
  private static final long SERVED_CLOSE_ENOUGH = 10_000;

  private final TaskSide side;
  private final StreamTasks tasks;
  private final ServedTables tables;
  private final ScoreChangeFeed feed;
  private final TopicWatch watch;
  private final long closeEnough;

  /**
   * @param closeEnough records by which an input partition may be behind
   */
  ServiceReadiness(
      TaskSide side,
      ServedTables tables,
      ScoreChangeFeed feed,
      TopicWatch watch,
      long closeEnough) {
    this.side = side;
    this.tasks = side.tasks();
    this.tables = tables;
    this.feed = feed;
    this.watch = watch;
    this.closeEnough = closeEnough;
  }

  @Override
  public List<Check> checks() {
    return List.of(
        noTrouble(),
        // Nothing here is wrong, and all other partitions go on: it is told, and ready.
        new Check("nothing held back", true, String.join("; ", watch.held())),
        new Check("streams running", tasks.running(), tasks.state().name()),
        hydrated(),
        stores(tasks.restoring(), tasks.hasRun()),
        input(tasks.lags(), closeEnough),
        served(),
        copies(tasks.restores().copies(), closeEnough),
        rubrics());
  }

  private Check hydrated() {
    String read =
        "scores read: " + tables.hydrated() + ", history read: " + feed.state().hydrated();
    return new Check(
        "hydrated", tables.hydrated() && feed.state().hydrated(), tables.trouble().orElse(read));
  }

  /**
   * The stores of the tasks that are here hold what was there when the tasks came. An instance that
   * starts waits for them, so that a rolling restart does not go on too early. A task that moves
   * here later is missed by whoever is asked, so it keeps nobody from asking this instance.
   */
  static Check stores(List<RestoreProgress.Progress> restoring, boolean hasRun) {
    return new Check(
        "stores hydrated",
        restoring.isEmpty(),
        !hasRun,
        restoring.isEmpty() ? "nothing to restore" : "partitions to restore: " + restoring.size(),
        restoring.stream().map(each -> behind(each, " records restored")).toList());
  }

  /** Copies for other instances: while one is read they are the poorer, and not this one. */
  static Check copies(List<RestoreProgress.Progress> copies, long closeEnough) {
    List<RestoreProgress.Progress> far =
        copies.stream().filter(copy -> copy.behind() > closeEnough).toList();
    return new Check(
        "copies caught up",
        far.isEmpty(),
        false,
        "copies here: " + copies.size(),
        far.stream().map(each -> behind(each, " of the changelog")).toList());
  }

  private static Behind behind(RestoreProgress.Progress each, String what) {
    return new Behind(
        each.of().toString(), each.behind(), each.restored() + " of " + each.toRestore() + what);
  }

  static Check input(List<InputLag> lags, long closeEnough) {
    List<InputLag> far = lags.stream().filter(lag -> lag.records() > closeEnough).toList();
    long records = lags.stream().mapToLong(InputLag::records).sum();
    return new Check(
        "input caught up",
        far.isEmpty(),
        false,
        "partitions read here: " + lags.size() + ", records behind in all: " + records,
        far.stream()
            .map(
                lag ->
                    new Behind(
                        lag.partition().toString(),
                        lag.records(),
                        lag.records() + " records behind"))
            .toList());
  }

  /** With a broker that is away every instance is behind: then it decides nothing. */
  private Check served() {
    OptionalLong behind = tables.behind();
    boolean close = behind.isPresent() && behind.getAsLong() <= SERVED_CLOSE_ENOUGH;
    String detail = behind.isPresent() ? behind.getAsLong() + " records behind" : "not known yet";
    return new Check(
        "served tables caught up",
        close && tables.trouble().isEmpty(),
        behind.isPresent() && tables.trouble().isEmpty(),
        tables.trouble().orElse(detail),
        List.of());
  }

  private Check rubrics() {
    boolean scored = !tables.current().years().isEmpty();
    return new Check(
        "rubrics in force",
        scored,
        scored
            ? tables.current().years().keySet().toString()
            : "no rubric has been scored yet; publish one to paca.rubrics");
  }

  private Check noTrouble() {
    Optional<String> trouble =
        watch
            .broken()
            .or(side.registry()::waitingFor)
            .or(() -> tables.trouble().map(this::withAge))
            .or(() -> side.troubles().current().map(Troubles.Trouble::describe));
    return new Check("no trouble", trouble.isEmpty(), trouble.orElse("none"));
  }

  private String withAge(String trouble) {
    return tables
        .age()
        .map(age -> trouble + "; what is served is " + age.toSeconds() + " s old")
        .orElse(trouble);
  }
}
