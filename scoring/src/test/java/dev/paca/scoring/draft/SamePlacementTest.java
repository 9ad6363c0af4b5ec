package dev.paca.scoring.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.rubric.Rubric;
import org.junit.jupiter.api.Test;

class SamePlacementTest {
  private static final String WINDOW = "{from: 2021-12-16, to: 2022-12-15}";
  private final Rubric inForce = RubricSamples.of(2022);

  @Test
  void aRubricWithOtherFormulasAndFewerLeavesPlacesAlike() {
    Rubric draft =
        RubricSamples.withCriteria(
            """
            source: other
            criteria:
              - {code: D.1, name: {vi: a, en: b}, max: 3, provenance: derived, points: "1.0"}
            """);
    assertThat(SamePlacement.reasons(inForce, draft)).isEmpty();
  }

  @Test
  void whatPlacesReportsOtherwiseIsNamed() {
    assertThat(
            codes(RubricSamples.year(2022, "{from: 2021-12-15, to: 2022-12-15}", "2022-12-15", "")))
        .isEqualTo("[WINDOW]");
    assertThat(
            codes(RubricSamples.year(2022, "{from: 2021-12-16, to: 2022-12-16}", "2022-12-15", "")))
        .isEqualTo("[WINDOW]");
    assertThat(codes(RubricSamples.year(2022, WINDOW, "2025-12-15", "")))
        .isEqualTo("[PROVINCES_AS_OF]");
    assertThat(codes(RubricSamples.year(2022, WINDOW, "2022-12-15", "acceptUntil: 2023-01-31")))
        .isEqualTo("[ACCEPT_UNTIL]");
  }

  @Test
  void aLeafThatIsNoneInForceMayHaveAppraisalsWaiting() {
    Rubric draft =
        RubricSamples.withCriteria(
            """
            source: other
            criteria:
              - {code: D, name: {vi: a, en: b}, max: 3, provenance: derived, points: "1.0"}
              - {code: Z, name: {vi: a, en: b}, max: 3, provenance: derived, points: "1.0"}
            """);
    assertThat(SamePlacement.reasons(inForce, draft))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.code()).isEqualTo("NEW_LEAF");
              assertThat(reason.en()).isEqualTo("appraisals of its new leaves D, Z may be waiting");
              assertThat(reason.vi()).contains("D, Z");
            });
  }

  private String codes(Rubric draft) {
    return SamePlacement.reasons(inForce, draft).stream()
        .map(SamePlacement.Reason::code)
        .toList()
        .toString();
  }
}
