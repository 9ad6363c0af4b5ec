package dev.paca.benchmarks.contender;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.benchmarks.expected.ServedScores;
import dev.paca.local.ChildCommand;
import dev.paca.local.LocalProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The real {@code paca streams}, everything on: matters, points, ranks, changes, freshness.
 *
 * @param settings over those of every run
 */
public record Paca(String name, String title, Map<String, String> settings, String heap)
    implements Contender {
  /** Of every Paca that keeps its ledger on disk. */
  public static final String HEAP = "1g";

  private static final String READY = "ready http://";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public ChildCommand command(Bed bed) {
    Path file = bed.folder().resolve(name + ".properties");
    write(file, all(bed));
    return new ChildCommand(
        name,
        bed.folder(),
        Jvm.options(heap),
        System.getProperty("java.class.path"),
        dev.paca.cli.Paca.class.getName(),
        List.of("streams", "--config", file.toString()),
        READY);
  }

  private Map<String, String> all(Bed bed) {
    Map<String, String> all = new TreeMap<>();
    all.put("bootstrap", bed.bootstrap());
    all.put("registry", bed.registryUrl());
    all.put("bind", "127.0.0.1");
    all.put("http-port", "0");
    all.put("application-id", name);
    all.put("instance-id", name + "-1");
    all.put("state-dir", bed.folder().resolve("state-" + name).toString());
    all.put("commit-interval", "100ms");
    all.put("stream-threads", "2");
    all.putAll(settings);
    return all;
  }

  /** Where it answers. */
  public static URI address(LocalProcess process) {
    String line = process.readyLine();
    return URI.create(line.substring(line.indexOf("http://")).strip());
  }

  @Override
  public List<String> differences(Bed bed, LocalProcess process, Expected expected) {
    return ServedScores.differences(bed.console(), address(process), expected, PATIENCE);
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
