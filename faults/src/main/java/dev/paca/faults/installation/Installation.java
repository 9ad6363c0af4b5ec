package dev.paca.faults.installation;

import dev.paca.cli.console.Console;
import dev.paca.cli.settings.AllSettings;
import dev.paca.cli.up.Foundations;
import dev.paca.faults.network.TcpProxy;
import dev.paca.local.LocalCluster;
import dev.paca.local.LocalOptions;
import dev.paca.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Brokers, a registry, topics, schemas, the repository's rubrics, and instances over all that. */
public final class Installation implements AutoCloseable {
  private static final String REPLICAS_OF_THREE = "3";
  private static final long NEVER_MS = Duration.ofDays(365).toMillis();

  private final List<TcpProxy> line;
  private final LocalCluster cluster;
  private final Settings settings;
  private final List<Instance> instances;

  private Installation(
      List<TcpProxy> line, LocalCluster cluster, Settings settings, List<Instance> instances) {
    this.line = line;
    this.cluster = cluster;
    this.settings = settings;
    this.instances = instances;
  }

  /** Starts everything and returns when every instance can be asked. */
  public static Installation start(Plan plan, Console console) throws IOException {
    List<TcpProxy> line = new ArrayList<>();
    for (int i = 0; i < plan.brokers(); i++) {
      line.add(TcpProxy.open());
    }
    LocalCluster cluster = LocalCluster.start(brokers(plan, line));
    try {
      for (int i = 0; i < line.size(); i++) {
        line.get(i).forwardTo(cluster.behindProxies().get(i));
      }
      Settings settings = settings(cluster, plan);
      new Foundations(console, settings).lay();
      InstanceCommands commands = new InstanceCommands(plan, cluster, line);
      List<Instance> instances =
          IntStream.rangeClosed(1, plan.instances()).mapToObj(commands::instance).toList();
      Installation installation = new Installation(line, cluster, settings, instances);
      installation.each(Instance::start);
      return installation;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static LocalOptions brokers(Plan plan, List<TcpProxy> line) {
    return LocalOptions.in(plan.folder())
        .withBrokers(plan.brokers())
        .withProxies(line.stream().map(TcpProxy::port).toList())
        // Who watches the outputs must see every record of them.
        .withBrokerSetting("log.cleaner.min.compaction.lag.ms", Long.toString(NEVER_MS));
  }

  private static Settings settings(LocalCluster cluster, Plan plan) {
    Map<String, String> values = new HashMap<>();
    values.put("bootstrap", cluster.bootstrap());
    values.put("registry", cluster.registryUrl());
    values.put("replication-factor", plan.brokers() < 3 ? "1" : REPLICAS_OF_THREE);
    return Settings.declare(AllSettings.declared()).options(values).read();
  }

  /** How to reach brokers and registry. */
  public Settings settings() {
    return settings;
  }

  public LocalCluster cluster() {
    return cluster;
  }

  public List<Instance> instances() {
    return instances;
  }

  /** Addresses at which a client looks for the instances, whether they are there or not. */
  public List<URI> known() {
    return instances.stream().flatMap(instance -> instance.known().stream()).toList();
  }

  /** The line between the last instance and every broker; the other instances have their own. */
  public List<TcpProxy> line() {
    return line;
  }

  /** The instance at the end of {@link #line}. */
  public Instance behindTheLine() {
    return instances.get(instances.size() - 1);
  }

  /** The same to every instance at once; returns when it is done to all. */
  public void each(Consumer<Instance> what) {
    together(instances, what);
  }

  /** The same to all of these at once, each on a thread of its own; returns when it is done. */
  public static <T> void together(List<T> all, Consumer<T> what) {
    CompletableFuture<?>[] each =
        all.stream()
            .map(one -> CompletableFuture.runAsync(() -> what.accept(one), Installation::run))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(each).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static void run(Runnable work) {
    Thread thread = new Thread(work, "installation");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      each(Instance::stop);
    } finally {
      cluster.close();
      line.forEach(Installation::close);
    }
  }

  private static void close(TcpProxy proxy) {
    try {
      proxy.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a proxy cannot be closed", e);
    }
  }
}
