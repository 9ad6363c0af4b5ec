package dev.paca.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One broker's settings and storage. Broker and controller in one process: {@code broker-N/} of the
 * data folder holds its settings and, in {@code log/}, its data.
 *
 * @param id 1, 2, …
 * @param brokerPorts of all nodes, in the order of their ids
 * @param controllerPorts of all nodes, in the order of their ids
 * @param proxiedPorts of the second listeners, in the order of the ids; none without proxies
 */
record BrokerNode(
    LocalOptions options,
    int id,
    List<Integer> brokerPorts,
    List<Integer> controllerPorts,
    List<Integer> proxiedPorts) {

  private static final String HEAP = "-Xmx256m";

  /** Starts as many nodes as the options say, all at once: they elect their controller together. */
  static Service startAll(LocalOptions options, Distribution distribution, String clusterId) {
    return Ports.retryingWhenTaken(
        () -> {
          int brokers = options.brokers();
          int proxied = options.proxyPorts().size();
          if (proxied != 0 && proxied != brokers) {
            throw new LocalFailure(
                "%d proxies for %d brokers: each needs one".formatted(proxied, brokers));
          }
          List<Integer> all = Ports.chosenOrFree(options.brokerPort(), brokers, brokers + proxied);
          List<Integer> ports = all.subList(0, brokers);
          List<Integer> controllers = all.subList(brokers, 2 * brokers);
          List<Integer> behindProxies = all.subList(2 * brokers, all.size());
          List<Supplier<LocalProcess>> starts =
              IntStream.rangeClosed(1, options.brokers())
                  .mapToObj(id -> new BrokerNode(options, id, ports, controllers, behindProxies))
                  .map(node -> (Supplier<LocalProcess>) () -> node.start(distribution, clusterId))
                  .toList();
          List<LocalProcess> processes = SideBySide.all(starts, LocalProcess::kill);
          String bootstrap =
              ports.stream().map(p -> Ports.HOST + ":" + p).collect(Collectors.joining(","));
          return new Service(bootstrap, processes, behindProxies);
        });
  }

  LocalProcess start(Distribution distribution, String clusterId) {
    writeSettings();
    return LocalProcess.start(command(distribution, clusterId), options.startTimeout(), () -> {});
  }

  private void writeSettings() {
    try {
      Files.createDirectories(home());
      try (OutputStream out = Files.newOutputStream(settingsFile())) {
        settings().store(out, null);
      }
    } catch (IOException e) {
      throw new LocalFailure("cannot write the settings of " + name() + ": " + e, e);
    }
  }

  private ChildCommand command(Distribution distribution, String clusterId) {
    return new ChildCommand(
        name(),
        options.dataDir(),
        jvm(),
        distribution.brokerJars(),
        FormattedBroker.class.getName(),
        List.of(settingsFile().toString(), data().toString(), clusterId),
        "Kafka Server started");
  }

  private List<String> jvm() {
    List<String> jvm = new ArrayList<>();
    jvm.add(HEAP);
    jvm.add("-Dlog4j2.configurationFile=classpath:dev/paca/local/broker-log4j2.xml");
    jvm.addAll(options.brokerJvm());
    return jvm;
  }

  private Properties settings() {
    int count = brokerPorts.size();
    String replicas = String.valueOf(Math.min(3, count));
    String inSync = count < 3 ? "1" : "2";
    Properties s = new Properties();
    s.put("process.roles", "broker,controller");
    s.put("node.id", String.valueOf(id));
    s.put("controller.quorum.voters", voters());
    s.put("controller.listener.names", "CONTROLLER");
    s.put("inter.broker.listener.name", "PLAINTEXT");
    String protocols = "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT";
    String broker = "PLAINTEXT://" + address(brokerPorts);
    String listeners = broker + ",CONTROLLER://" + address(controllerPorts);
    if (proxiedPorts.isEmpty()) {
      s.put("listener.security.protocol.map", protocols);
      s.put("listeners", listeners);
      s.put("advertised.listeners", broker);
    } else {
      s.put("listener.security.protocol.map", protocols + ",PROXIED:PLAINTEXT");
      s.put("listeners", listeners + ",PROXIED://" + address(proxiedPorts));
      s.put("advertised.listeners", broker + ",PROXIED://" + address(options.proxyPorts()));
    }
    s.put("log.dirs", data().toString());
    s.put("default.replication.factor", replicas);
    s.put("min.insync.replicas", inSync);
    s.put("offsets.topic.replication.factor", replicas);
    s.put("transaction.state.log.replication.factor", replicas);
    s.put("transaction.state.log.min.isr", inSync);
    s.put("share.coordinator.state.topic.replication.factor", replicas);
    s.put("share.coordinator.state.topic.min.isr", inSync);
    // A few partitions start faster than the 50 that a cluster of many clients wants.
    s.put("offsets.topic.num.partitions", "4");
    s.put("transaction.state.log.num.partitions", "4");
    s.put("share.coordinator.state.topic.num.partitions", "1");
    s.put("group.initial.rebalance.delay.ms", "0");
    // Each stream thread is a member. Were the first given everything, half of it would move again
    // at once, and what moves waits for a heartbeat.
    s.put("group.streams.initial.rebalance.delay.ms", "500");
    // By default a group may not ask for less than 45 s, nor for a heartbeat below 5 s.
    s.put("group.streams.min.session.timeout.ms", "6000");
    s.put("group.streams.min.heartbeat.interval.ms", "1000");
    s.put("auto.create.topics.enable", "false");
    // The default takes 128 MB, half of this heap.
    s.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
    s.putAll(options.brokerSettings());
    return s;
  }

  private String voters() {
    return IntStream.rangeClosed(1, controllerPorts.size())
        .mapToObj(n -> n + "@" + Ports.HOST + ":" + controllerPorts.get(n - 1))
        .collect(Collectors.joining(","));
  }

  private String address(List<Integer> ports) {
    return Ports.HOST + ":" + ports.get(id - 1);
  }

  private String name() {
    return "broker-" + id;
  }

  private Path home() {
    return options.dataDir().resolve(name());
  }

  private Path data() {
    return home().resolve("log");
  }

  private Path settingsFile() {
    return home().resolve("server.properties");
  }
}
