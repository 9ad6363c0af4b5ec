package dev.paca.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.Rubrics;
import java.util.List;

/** Rubrics with the real windows and province sets and a short tree of every style of formula. */
public final class RubricSamples {
  /** The last day on which reports for 2024 are taken; no other year has one. */
  public static final String ACCEPT_2024_UNTIL = "2026-02-15";

  private static final String TREE =
      """
      source: test
      criteria:
        - code: C
          name: {vi: Phát hiện và xử lý, en: Detection and handling}
          max: 40
          criteria:
            - {code: C.1, name: {vi: bậc, en: bands}, max: 8, provenance: illustrative, points: "
                audits.corruptionCases >= 10 ? 8.0 : audits.corruptionCases >= 5 ? 5.5
                : audits.corruptionCases >= 1 ? 4.0 : 0.0"}
            - code: C.2
              name: {vi: tỷ lệ, en: ratio}
              max: 10
              provenance: illustrative
              points: >-
                audits.recommendedRecoveryVnd == 0 ? 2.5
                : 10.0 * min(1.0, double(audits.recoveredVnd) / double(audits.recommendedRecoveryVnd))
            - code: C.3
              name: {vi: nặng nhất, en: worst of}
              max: 6
              provenance: illustrative
              points: |
                prosecutions.trial.extremelySerious.accused > 0 ? 6.0
                : prosecutions.trial.verySerious.accused > 0 ? 4.0
                : prosecutions.trial.serious.accused > 0 ? 2.0
                : prosecutions.trial.lessSerious.accused > 0 ? 1.0 : 0.0
            - {code: C.4, name: {vi: tổng có trần, en: capped sum}, max: 6, provenance: illustrative,
               points: "1.5 * double(sanctions.head.dismissal.persons) + 0.25 * double(sanctions.deputy.persons)
                 + 0.105 * double(sanctions.head.serious.persons)"}
            - {code: C.5, name: {vi: có cả hai, en: both}, max: 5, provenance: illustrative, appraised: true,
               points: "5.0 * double(denunciations.resolved) / double(denunciations.received)"}
            - {code: C.6, name: {vi: vụ việc, en: matters}, max: 5, provenance: illustrative,
               points: "double(min(5, 2 * matters.detected.prosecutions + matters.detected))"}
        - code: D
          name: {vi: Thu hồi, en: Recovery}
          max: 10
          criteria:
            - {code: D.1, name: {vi: hồ sơ, en: documents}, max: 7, provenance: published, appraised: true}
            - {code: D.2, name: {vi: trừ điểm, en: deduction}, max: 3, provenance: illustrative,
               points: "3.0 - double(conflicts.detected - conflicts.resolved) / 3.0"}
      """;

  private static final List<Rubric> YEARS =
      List.of(
          year(2021, "{from: 2020-12-16, to: 2021-12-15}", "2021-12-15", ""),
          year(2022, "{from: 2021-12-16, to: 2022-12-15}", "2022-12-15", ""),
          year(2023, "{from: 2022-12-16, to: 2023-12-31}", "2023-12-15", ""),
          year(
              2024,
              "{from: 2023-12-16, to: 2024-12-15}",
              "2024-12-15",
              "acceptUntil: " + ACCEPT_2024_UNTIL),
          year(2025, "{from: 2024-12-16, to: 2025-12-15}", "2025-12-15", ""));

  private static final Rubrics OPEN_ENDED =
      Rubrics.of(YEARS).with(year(2024, "{from: 2023-12-16, to: 2024-12-15}", "2024-12-15", ""));

  private RubricSamples() {}

  /** 2021 to 2025, read once. */
  public static List<Rubric> years() {
    return YEARS;
  }

  public static Rubrics all() {
    return Rubrics.of(YEARS);
  }

  /** The same without any deadline. */
  public static Rubrics openEnded() {
    return OPEN_ENDED;
  }

  public static Rubric of(int year) {
    return all().of(year).orElseThrow();
  }

  /** A rubric of 2022 with the given criteria, as a YAML list. */
  public static Rubric withCriteria(String criteria) {
    return read(head(2022, "{from: 2021-12-16, to: 2022-12-15}", "2022-12-15", "") + criteria);
  }

  public static Rubric year(int year, String window, String provincesAsOf, String more) {
    return read(head(year, window, provincesAsOf, more) + TREE);
  }

  private static String head(int year, String window, String provincesAsOf, String more) {
    return """
        rubric: paca
        version: 1
        year: %d
        window: %s
        provincesAsOf: %s
        %s
        """
        .formatted(year, window, provincesAsOf, more);
  }

  public static Rubric read(String yaml) {
    RubricReader.Reading reading = RubricReader.read(yaml);
    assertThat(reading.problems()).isEmpty();
    return reading.rubric().orElseThrow();
  }
}
