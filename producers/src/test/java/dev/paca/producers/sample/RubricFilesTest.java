package dev.paca.producers.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RubricFilesTest {
  @ParameterizedTest
  @ValueSource(ints = {2021, 2022, 2023, 2024, 2025})
  void partsAreTwentyThirtyFortyAndTen(int year) {
    Rubric rubric = SampleFiles.rubric(year);
    assertThat(rubric.parts())
        .extracting(part -> part.code() + " " + part.max().intValueExact())
        .containsExactly("A 20", "B 30", "C 40", "D 10");
    assertThat(rubric.name()).isEqualTo(Rubric.INDEX);
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2022, 2023, 2024, 2025})
  void whatAProvinceIsKnownToBeWeakInIsALeafWithAFormulaOfOurs(int year) {
    Rubric rubric = SampleFiles.rubric(year);
    for (String code : List.of("B.1.5", "C.1.1", "C.1.2", "C.2.2", "D.1")) {
      Criterion leaf = rubric.find(code).orElseThrow();
      assertThat(leaf.leaf()).as(code).isTrue();
      assertThat(leaf.formula()).as(code).isPresent();
      assertThat(leaf.provenance()).as(code).contains(Criterion.Provenance.ILLUSTRATIVE);
    }
  }

  @Test
  void noIndexFormulaIsCalledPublished() {
    for (int year = 2021; year <= 2025; year++) {
      Set<Criterion.Provenance> provenances =
          SampleFiles.rubric(year).leaves().stream()
              .filter(leaf -> leaf.formula().isPresent())
              .map(leaf -> leaf.provenance().orElseThrow())
              .collect(Collectors.toSet());
      assertThat(provenances).containsExactly(Criterion.Provenance.ILLUSTRATIVE);
    }
  }

  @Test
  void thePreventionPartsAreThoseThatWerePublished() {
    assertThat(maximum(2022, "B.1") + " " + maximum(2022, "B.2")).isEqualTo("26.00 4.00");
    assertThat(maximum(2023, "B.1") + " " + maximum(2023, "B.2")).isEqualTo("27.00 3.00");
    assertThat(maximum(2022, "A.2.5")).isEqualTo("2.00");
    assertThat(maximum(2022, "B.1.1")).isEqualTo("5.00");
  }

  @Test
  void oneCriterionOf2021HasNoWeight() {
    assertThat(SampleFiles.rubric(2021).leaves())
        .filteredOn(leaf -> leaf.max().signum() == 0)
        .hasSize(1);
  }

  @Test
  void only2023And2024OverlapAndNoDayIsLeftOut() {
    for (int year = 2022; year <= 2025; year++) {
      LocalDate before = SampleFiles.rubric(year - 1).window().to();
      LocalDate from = SampleFiles.rubric(year).window().from();
      assertThat(from).isEqualTo(year == 2024 ? before.minusDays(15) : before.plusDays(1));
    }
  }

  @Test
  void theProvincesOf2025AreThirtyFour() {
    assertThat(Provinces.standard().on(SampleFiles.rubric(2024).provincesAsOf())).hasSize(63);
    assertThat(Provinces.standard().on(SampleFiles.rubric(2025).provincesAsOf())).hasSize(34);
  }

  @Test
  void theSituationRubricIsReadAndIsNotTheIndex() {
    RubricReader.Reading reading =
        RubricReader.read(SampleFiles.text(SampleFiles.RUBRICS.resolve("situation-2014.yaml")));
    assertThat(reading.problems()).isEmpty();
    Rubric rubric = reading.rubric().orElseThrow();
    assertThat(rubric.name()).isNotEqualTo(Rubric.INDEX);
    assertThat(rubric.leaves())
        .allMatch(leaf -> leaf.provenance().orElseThrow() == Criterion.Provenance.PUBLISHED);
  }

  private static String maximum(int year, String code) {
    return SampleFiles.rubric(year).find(code).orElseThrow().max().toPlainString();
  }
}
