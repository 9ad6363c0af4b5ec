package dev.paca.benchmarks.bed;

import dev.paca.cli.console.Console;
import dev.paca.cli.settings.AllSettings;
import dev.paca.cli.up.Foundations;
import dev.paca.local.LocalCluster;
import dev.paca.local.LocalOptions;
import dev.paca.local.LocalProcess;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.topics.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/** One broker and a registry as child processes, with topics, schemas and rubrics. */
public final class Bed implements AutoCloseable {
  private static final long NEVER_MS = Duration.ofDays(365).toMillis();
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Path folder;
  private final Console console;
  private final LocalCluster cluster;
  private final Settings settings;
  private final Admin admin;

  private Bed(Path folder, Console console, LocalCluster cluster, Settings settings) {
    this.folder = folder;
    this.console = console;
    this.cluster = cluster;
    this.settings = settings;
    this.admin = Admin.create(ClientSettings.kafka(settings));
  }

  /**
   * @param folder where everything is kept that is written while measuring
   */
  public static Bed lay(Path folder, Console console) throws IOException {
    LocalCluster cluster =
        LocalCluster.start(
            LocalOptions.in(folder)
                // What was written is counted by what is there: nothing is compacted away.
                // As long as a broker of a real cluster runs, both compilers have done their work.
                .withBrokerJvm("-XX:TieredStopAtLevel=4")
                .withBrokerSetting("log.cleaner.min.compaction.lag.ms", Long.toString(NEVER_MS)));
    Settings settings =
        Settings.declare(AllSettings.declared())
            .options(Map.of("bootstrap", cluster.bootstrap(), "registry", cluster.registryUrl()))
            .read();
    Bed bed = new Bed(folder, console, cluster, settings);
    bed.foundations();
    return bed;
  }

  private void foundations() throws IOException {
    new Foundations(quiet(), settings).lay();
  }

  /** What is made anew before every run is no news. */
  private Console quiet() {
    return new Console(
        console.out(),
        new PrintStream(OutputStream.nullOutputStream()),
        false,
        false,
        console.columns(),
        false,
        console.environment(),
        console.home(),
        console.clock());
  }

  /** Everything but reports and rubrics is deleted, and made anew where it belongs to Paca. */
  public void clear() throws IOException {
    Set<String> doomed = otherTopics();
    await(admin.deleteTopics(doomed).all());
    while (!Collections.disjoint(otherTopics(), doomed)) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    foundations();
  }

  private Set<String> otherTopics() {
    Set<String> topics =
        new HashSet<>(await(admin.listTopics(new ListTopicsOptions().listInternal(false)).names()));
    topics.removeAll(Topics.reports());
    topics.remove(Topics.RUBRICS);
    return topics;
  }

  public Path folder() {
    return folder;
  }

  public Console console() {
    return console;
  }

  /** How to reach broker and registry. */
  public Settings settings() {
    return settings;
  }

  public String bootstrap() {
    return cluster.bootstrap();
  }

  public String registryUrl() {
    return cluster.registryUrl();
  }

  public LocalProcess broker() {
    return cluster.brokers().get(0);
  }

  public Admin admin() {
    return admin;
  }

  static <T> T await(org.apache.kafka.common.KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the broker was asked", e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
    cluster.close();
  }
}
