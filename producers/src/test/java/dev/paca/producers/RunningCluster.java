package dev.paca.producers;

import dev.paca.local.LocalCluster;
import dev.paca.local.LocalOptions;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.topics.Topics;
import dev.paca.topics.TopicsAdmin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real broker and a real registry with all topics, one for all test classes of a run. Tests keep
 * apart by the agencies that they report for. Gives a test class {@link Settings} and the {@link
 * LocalCluster}.
 */
public final class RunningCluster implements BeforeAllCallback, ParameterResolver {

  private record Running(Path folder, LocalCluster cluster, Settings settings)
      implements AutoCloseable {

    static Running start() {
      try {
        Path folder = Files.createTempDirectory("paca-producers-it");
        LocalCluster cluster = LocalCluster.start(LocalOptions.in(folder));
        Settings settings = RunningCluster.settings(cluster.bootstrap(), cluster.registryUrl());
        try (Admin admin = Admin.create(ClientSettings.kafka(settings))) {
          new TopicsAdmin(admin, Duration.ofSeconds(30)).create(Topics.definitions(4, (short) 1));
        }
        return new Running(folder, cluster, settings);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      cluster.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Settings of a client of this broker and registry. */
  public static Settings settings(String bootstrap, String registry) {
    return Settings.declare(ClientSettings.all())
        .options(Map.of("bootstrap", bootstrap, "registry", registry))
        .read();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running(context);
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(RunningCluster.class))
        .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Settings.class || type == LocalCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running = running(context);
    return parameter.getParameter().getType() == Settings.class
        ? running.settings()
        : running.cluster();
  }
}
