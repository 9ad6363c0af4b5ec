package dev.paca.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogsTest {
  @TempDir private Path folder;
  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();

  @AfterEach
  void quietAgain() throws Exception {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    new ContextInitializer(context).autoConfig();
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  @Test
  void whatKafkaRepeatsIsOneLineWithoutATraceAndOursIsWhole() throws Exception {
    Path file = folder.resolve("paca.log");
    Logs.toFile(file);
    Logger kafka = LoggerFactory.getLogger("org.apache.kafka.clients.NetworkClient");
    for (int node = 0; node < 50; node++) {
      kafka.warn(
          "[Producer clientId=p-{}] Connection to node {} was lost",
          node,
          node,
          new IllegalStateException("trace"));
    }
    kafka.warn("another matter");
    LoggerFactory.getLogger("dev.paca.Example").error("ours", new IllegalStateException("trace"));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.subList(0, 3).stream().map(line -> line.replaceFirst(".*?Client ", "")))
        .satisfiesExactly(
            first -> assertThat(first).contains("Connection to node 0 was lost"),
            second -> assertThat(second).contains("another matter"),
            third -> assertThat(third).contains("ours"));
    assertThat(lines.get(3)).contains("IllegalStateException: trace");
    assertThat(lines.get(4)).contains("at dev.paca.cli.up.LogsTest");
  }
}
