package dev.paca.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final Figure MET =
      new Figure("fold", 0.71234, OptionalDouble.of(0.0254), "µs", OptionalDouble.of(1));
  private static final Figure INFORMS =
      new Figure("cold", 1234.5, OptionalDouble.empty(), "ms", OptionalDouble.empty());

  private static Results results(double load) {
    return new Results(
        "core",
        Instant.parse("2024-05-06T07:08:09.5Z"),
        Duration.ofSeconds(90),
        new Machine(2, "17.0.1", "Linux amd64", OptionalDouble.of(load)),
        List.of(MET, INFORMS));
  }

  @Test
  void everyFigureStandsBesideItsTarget() {
    assertThat(results(0.5).table())
        .isEqualTo(
            """
            | figure | measured | 99.9 % | target | |
            |---|---:|---:|---:|---|
            | fold | 0.712 µs | ± 0.025 | < 1 µs | met |
            | cold | 1235 ms |  |  |  |

            Taken 2024-05-06T07:08:09Z in 90 s on 2 cores, JDK 17.0.1, Linux amd64; \
            load 0.50 before the run (quiet).
            """);
  }

  @Test
  void aFigureWhoseErrorBarReachesTheTargetMissesIt() {
    assertThat(new Figure("fold", 0.98, OptionalDouble.of(0.03), "µs", OptionalDouble.of(1)))
        .returns("missed", Figure::verdict);
  }

  @Test
  void aBusyMachineIsSaid() {
    assertThat(results(1.6).table()).contains("load 1.60 before the run (busy: take these");
  }

  @Test
  void bothFilesAreWrittenAndSayTheSame(@TempDir Path folder) throws Exception {
    Path results = folder.resolve("results");
    results(0.5).writeTo(results);
    assertThat(Files.readString(results.resolve("core.md"))).isEqualTo(results(0.5).table());
    JsonNode json = new ObjectMapper().readTree(results.resolve("core.json").toFile());
    JsonNode first = json.get("figures").get(0);
    assertThat(first.get("value").asDouble()).isEqualTo(0.71234);
    assertThat(first.get("met").asBoolean()).isTrue();
    assertThat(json.get("figures").get(1).has("target")).isFalse();
    assertThat(json.get("machine").get("loadBefore").asDouble()).isEqualTo(0.5);
  }
}
