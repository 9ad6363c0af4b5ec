package dev.paca.faults.installation;

import dev.paca.cli.Paca;
import dev.paca.faults.network.TcpProxy;
import dev.paca.local.ChildCommand;
import dev.paca.local.LocalCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How each instance is run: the real command with a configuration file, on this class path. */
record InstanceCommands(Plan plan, LocalCluster cluster, List<TcpProxy> line) {

  Instance instance(int number) {
    String name = "paca-" + number;
    Path state = plan.folder().resolve("state").resolve(name);
    Path file = plan.folder().resolve(name + ".properties");
    write(file, settings(name, state, bootstrap(number)));
    ChildCommand command =
        new ChildCommand(
            name,
            plan.folder().toAbsolutePath().normalize(),
            List.of("-Xmx256m"),
            System.getProperty("java.class.path"),
            Paca.class.getName(),
            List.of("streams", "--config", file.toAbsolutePath().toString()),
            Instance.READY);
    return new Instance(command, state);
  }

  /** The last instance reaches the brokers by a line that can be cut. */
  private String bootstrap(int number) {
    return number < plan.instances()
        ? cluster.bootstrap()
        : line.stream().map(proxy -> "127.0.0.1:" + proxy.port()).collect(Collectors.joining(","));
  }

  private Map<String, String> settings(String name, Path state, String bootstrap) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("bootstrap", bootstrap);
    settings.put("registry", cluster.registryUrl());
    settings.put("bind", "127.0.0.1");
    settings.put("http-port", "0");
    settings.put("instance-id", name);
    settings.put("state-dir", state.toAbsolutePath().toString());
    settings.put("standbys", "1");
    // Three brokers, a registry and all instances share one machine: with the defaults, made for
    // a machine each, most of its time goes into transactions that hold next to nothing.
    settings.put("stream-threads", "1");
    settings.put("commit-interval", "200ms");
    settings.put("flush-interval", "100ms");
    settings.put("group-protocol", plan.protocol());
    // So that a fault of eleven seconds is past it with either protocol.
    settings.put("session-timeout", "10s");
    return settings;
  }

  private static void write(Path file, Map<String, String> settings) {
    String text =
        settings.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
