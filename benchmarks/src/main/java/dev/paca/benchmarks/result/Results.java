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

/**
 * The figures of one run.
 *
 * @param suite {@code core}; the files' name too
 */
public record Results(
    String suite, Instant takenAt, Duration took, Machine machine, List<Figure> figures) {

  /** The figures beside their targets. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append("| figure | measured | 99.9 % | target | |\n|---|---:|---:|---:|---|\n");
    for (Figure figure : figures) {
      table
          .append("| ")
          .append(
              String.join(
                  " | ",
                  figure.name(),
                  figure.measured(),
                  figure.errorBar(),
                  figure.goal(),
                  figure.verdict()))
          .append(" |\n");
    }
    return table.append('\n').append(footer()).append('\n').toString();
  }

  private String footer() {
    return "Taken "
        + takenAt.truncatedTo(ChronoUnit.SECONDS)
        + " in "
        + took.toSeconds()
        + " s on "
        + machine.describe()
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
    ArrayNode rows = root.putArray("figures");
    for (Figure figure : figures) {
      ObjectNode row = rows.addObject();
      row.put("name", figure.name());
      row.put("value", figure.value());
      figure.error().ifPresent(error -> row.put("error", error));
      row.put("unit", figure.unit());
      figure.target().ifPresent(target -> row.put("target", target));
      figure.met().ifPresent(met -> row.put("met", met));
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /** Writes {@code SUITE.md} and {@code SUITE.json} over those of the run before. */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(suite + ".md"), table());
    Files.writeString(folder.resolve(suite + ".json"), json());
  }
}
