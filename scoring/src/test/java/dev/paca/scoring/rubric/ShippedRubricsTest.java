package dev.paca.scoring.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.province.Provinces;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rubrics at the repository's root are clean and say what the sources say. */
class ShippedRubricsTest {
  private static final Path RUBRICS = Path.of("..", "rubrics");

  @ParameterizedTest
  @CsvSource({
    "2021, 2020-12-16, 2021-12-15, 63",
    "2022, 2021-12-16, 2022-12-15, 63",
    "2023, 2022-12-16, 2023-12-31, 63",
    "2024, 2023-12-16, 2024-12-15, 63",
    "2025, 2024-12-16, 2025-12-15, 34",
  })
  void everyYearOfTheIndexHasFourPartsOfAHundredPoints(
      int year, String from, String to, int provinces) throws IOException {
    Rubric rubric = read(year + ".yaml");
    assertThat(rubric.name()).isEqualTo(Rubric.INDEX);
    assertThat(rubric.year()).isEqualTo(year);
    assertThat(rubric.window().from()).isEqualTo(from);
    assertThat(rubric.window().to()).isEqualTo(to);
    assertThat(rubric.max()).isEqualTo(new BigDecimal("100.00"));
    assertThat(rubric.parts()).extracting(Criterion::code).containsExactly("A", "B", "C", "D");
    assertThat(rubric.parts())
        .extracting(part -> part.max().intValueExact())
        .containsExactly(20, 30, 40, 10);
    assertThat(Provinces.standard().on(rubric.provincesAsOf())).hasSize(provinces);
  }

  @Test
  void theSituationScaleOf2014IsARubricBesideTheIndex() throws IOException {
    assertThat(read("situation-2014.yaml").name()).isNotEqualTo(Rubric.INDEX);
  }

  private static Rubric read(String file) throws IOException {
    RubricReader.Reading reading = RubricReader.read(Files.readString(RUBRICS.resolve(file)));
    assertThat(reading.problems()).isEmpty();
    return reading.rubric().orElseThrow();
  }
}
