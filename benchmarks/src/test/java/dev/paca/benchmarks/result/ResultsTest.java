package dev.paca.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.benchmarks.result.Results.Measured;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final Figure MET =
      new Figure("fold", 0.71234, OptionalDouble.of(0.0254), "µs", OptionalDouble.of(1));

  private static Results results(double load) {
    Sheet sheet =
        new Sheet(
                Column.text("who", "contender"),
                Column.number("rate", "reports/s"),
                Column.number("ratio", "of the loop"))
            .row(Cell.text("loop"), Sheet.number("%,.0f", 123_456), Sheet.number("%.2f", 1))
            .row(Cell.text("alone"), Sheet.number("%,.0f", 99), Sheet.number("%.2f", Double.NaN))
            .note("Once each.");
    return new Results(
        "bench",
        Instant.parse("2024-05-06T07:08:09.5Z"),
        Duration.ofSeconds(90),
        new Machine(2, "17.0.1", "Linux amd64", OptionalDouble.of(load)),
        Map.of("reports", 5_000L),
        List.of(new Measured("drain", "Drains", Duration.ofSeconds(60), sheet)));
  }

  @Test
  void everyPartHasItsTableAndTheMachineIsNamed() {
    assertThat(results(0.5).markdown())
        .isEqualTo(
            """
            # bench

            ## Drains

            | contender | reports/s | of the loop |
            | --- | ---: | ---: |
            | loop | 123,456 | 1.00 |
            | alone | 99 |  |

            Once each.

            Taken 2024-05-06T07:08:09Z in 90 s on 2 cores, JDK 17.0.1, Linux amd64; \
            load 0.50 before the run (quiet); 5000 reports.
            """);
  }

  @Test
  void aFigureWhoseErrorBarReachesTheTargetMissesIt() {
    assertThat(MET).returns("met", Figure::verdict);
    assertThat(new Figure("fold", 0.98, OptionalDouble.of(0.03), "µs", OptionalDouble.of(1)))
        .returns("missed", Figure::verdict);
  }

  @Test
  void aBusyMachineIsSaid() {
    assertThat(results(1.6).markdown()).contains("load 1.60 before the run (busy: take these");
  }

  @Test
  void bothFilesAreWrittenAndSayTheSame(@TempDir Path folder) throws Exception {
    Path results = folder.resolve("results");
    results(0.5).writeTo(results);
    assertThat(Files.readString(results.resolve("bench.md"))).isEqualTo(results(0.5).markdown());
    JsonNode json = new ObjectMapper().readTree(results.resolve("bench.json").toFile());
    JsonNode rows = json.at("/parts/0/rows");
    assertThat(rows.get(0).get("rate").asLong()).isEqualTo(123_456);
    assertThat(rows.get(0).get("rate").isNumber()).isTrue();
    assertThat(rows.get(1).has("ratio")).as("what is not known is absent").isFalse();
    assertThat(json.at("/parts/0/notes/0").asText()).isEqualTo("Once each.");
    assertThat(json.at("/machine/loadBefore").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/sizes/reports").asLong()).isEqualTo(5_000);
  }
}
