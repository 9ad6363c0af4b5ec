package dev.paca.scoring.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.rubric.Criterion.Provenance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RubricReaderTest {

  @Test
  void aCleanFileIsReadWhole() {
    Rubric rubric =
        RubricSamples.read(
            """
            rubric: paca
            version: 3
            year: 2022
            window: {from: 2021-12-16, to: 2022-12-15}
            provincesAsOf: 2022-12-15
            acceptUntil: 2023-04-15
            weakBelow: 0.40
            source: "QĐ 152/QĐ-TTCP"
            criteria:
              - code: C
                name: {vi: "Phát hiện", en: "Detection"}
                max: 9.5
                source: "NĐ 59/2019"
                criteria:
                  - {code: C.1, name: {vi: Một, en: One}, max: 8, provenance: illustrative, points: "1.0"}
                  - {code: C.2, name: {vi: Hai, en: Two}, max: 1.5, provenance: published, appraised: true}
              - {code: D, name: {vi: Ba, en: Three}, max: 0, provenance: derived, points: "2.0", appraised: true}
            """);
    assertThat(rubric.name()).isEqualTo("paca");
    assertThat(rubric.version()).isEqualTo(3);
    assertThat(rubric.year()).isEqualTo(2022);
    assertThat(rubric.window())
        .isEqualTo(new Window(LocalDate.of(2021, 12, 16), LocalDate.of(2022, 12, 15)));
    assertThat(rubric.provincesAsOf()).isEqualTo("2022-12-15");
    assertThat(rubric.acceptUntil()).contains(LocalDate.of(2023, 4, 15));
    assertThat(rubric.weakBelow()).isEqualTo(new BigDecimal("0.40"));
    assertThat(rubric.source()).isEqualTo("QĐ 152/QĐ-TTCP");
    assertThat(rubric.max()).isEqualTo(new BigDecimal("9.50"));
    assertThat(rubric.parts()).extracting(Criterion::code).containsExactly("C", "D");
    assertThat(rubric.all()).extracting(Criterion::code).containsExactly("C", "C.1", "C.2", "D");
    assertThat(rubric.leaves()).extracting(Criterion::code).containsExactly("C.1", "C.2", "D");
    Criterion part = rubric.find("C").orElseThrow();
    assertThat(part.name()).isEqualTo(new Criterion.Name("Phát hiện", "Detection"));
    assertThat(part.source()).contains("NĐ 59/2019");
    assertThat(part.depth()).isZero();
    assertThat(part.parent()).isEmpty();
    assertThat(part.leaf()).isFalse();
    Criterion leaf = rubric.find("C.1").orElseThrow();
    assertThat(leaf.parent()).contains("C");
    assertThat(leaf.depth()).isEqualTo(1);
    assertThat(leaf.max()).isEqualTo(new BigDecimal("8.00"));
    assertThat(leaf.provenance()).contains(Provenance.ILLUSTRATIVE);
    assertThat(leaf.formula()).isPresent();
    assertThat(leaf.appraised()).isFalse();
    assertThat(rubric.find("C.2").orElseThrow().appraised()).isTrue();
    assertThat(rubric.find("C.2").orElseThrow().formula()).isEmpty();
    assertThat(rubric.find("D").orElseThrow().appraised()).isTrue();
    assertThat(rubric.find("E")).isEmpty();
  }

  @Test
  void whatIsNotSaidIsTheDefault() {
    Rubric rubric = RubricSamples.of(2022);
    assertThat(rubric.acceptUntil()).isEmpty();
    assertThat(rubric.weakBelow()).isEqualByComparingTo("0.5");
  }

  @Test
  void aFormulaMayBeWrittenOnOneLineOrFolded() {
    Rubric rubric = RubricSamples.of(2022);
    assertThat(rubric.find("C.2").orElseThrow().formula().orElseThrow().text())
        .isEqualTo(
            "audits.recommendedRecoveryVnd == 0 ? 2.5 : 10.0 * min(1.0, double(audits.recoveredVnd)"
                + " / double(audits.recommendedRecoveryVnd))");
    assertThat(rubric.leaves()).filteredOn(leaf -> leaf.formula().isPresent()).hasSize(7);
  }

  @Test
  void ofAYearTheRubricLastPublishedIsInForceWhateverItsVersion() {
    Rubric first = RubricSamples.withCriteria(criteria("4"));
    Rubric again = RubricSamples.withCriteria(criteria("5"));
    Rubrics rubrics = Rubrics.none().with(first).with(again);
    assertThat(rubrics.of(2022)).contains(again);
    assertThat(rubrics.with(first).of(2022)).contains(first);
    assertThat(rubrics.of(2021)).isEmpty();
    assertThat(Rubrics.of(List.of(RubricSamples.of(2023), first)).all())
        .extracting(Rubric::year)
        .containsExactly(2022, 2023);
  }

  @Test
  void aRubricOfAnotherNameStandsBesideTheIndex() {
    Rubric other =
        RubricSamples.read(
            """
            rubric: situation
            version: 1
            year: 2022
            window: {from: 2021-12-16, to: 2022-12-15}
            provincesAsOf: 2022-12-15
            """
                + criteria("4"));
    Rubrics index = Rubrics.none().with(RubricSamples.of(2022));
    assertThat(index.with(other).of(2022)).contains(RubricSamples.of(2022));
  }

  private static String criteria(String max) {
    return """
        source: test
        criteria:
          - {code: C, name: {vi: a, en: b}, max: %s, provenance: illustrative, points: "1.0"}
        """
        .formatted(max);
  }
}
