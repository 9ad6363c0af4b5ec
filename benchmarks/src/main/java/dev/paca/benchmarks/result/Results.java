package dev.paca.benchmarks.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The figures of one run.
 *
 * @param suite {@code bench}; the files' name too
 * @param sizes how much was measured, by the options' names
 */
public record Results(
    String suite,
    Instant takenAt,
    Duration took,
    Machine machine,
    Map<String, Long> sizes,
    List<Measured> parts) {

  /** One part's figures. */
  public record Measured(String name, String title, Duration took, Sheet sheet) {}

  public String markdown() {
    StringBuilder text = new StringBuilder("# " + suite + "\n");
    for (Measured part : parts) {
      text.append("\n## ").append(part.title()).append("\n\n").append(part.sheet().markdown());
    }
    return text.append('\n').append(footer()).append('\n').toString();
  }

  private String footer() {
    return "Taken "
        + takenAt.truncatedTo(ChronoUnit.SECONDS)
        + " in "
        + took.toSeconds()
        + " s on "
        + machine.describe()
        + "; "
        + String.join(
            ", ", sizes.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList())
        + ".";
  }

  /** The same for programs; what is not known is absent. */
  public String json() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("suite", suite);
    root.put("takenAt", takenAt.truncatedTo(ChronoUnit.SECONDS).toString());
    root.put("tookSeconds", took.toSeconds());
    ObjectNode where = root.putObject("machine");
    where.put("cores", machine.cores());
    where.put("java", machine.java());
    where.put("os", machine.os());
    machine.load().ifPresent(load -> where.put("loadBefore", load));
    ObjectNode given = root.putObject("sizes");
    sizes.forEach(given::put);
    ArrayNode measured = root.putArray("parts");
    for (Measured part : parts) {
      ObjectNode node = measured.addObject();
      node.put("name", part.name());
      node.put("title", part.title());
      node.put("tookSeconds", part.took().toSeconds());
      part.sheet().writeTo(node);
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /** Writes {@code SUITE.md} and {@code SUITE.json} over those of the run before. */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(suite + ".md"), markdown());
    Files.writeString(folder.resolve(suite + ".json"), json());
  }
}
