package dev.paca.streams.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.CauseGroup;
import dev.paca.scores.Basis;
import dev.paca.scores.CriterionPoints;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.ScoreChange;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.recount.MemoryInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreChangesTest {
  private static final Rubric RUBRIC = MemoryInput.rubric(1);
  private static final String REPORT = "conflicts/thanh-tra-thu-nghiem/XD-1";

  /** No formula of it reads conflicts. */
  private static final Criterion CRITERION =
      RUBRIC.leaves().stream()
          .filter(leaf -> leaf.formula().isPresent())
          .filter(leaf -> leaf.formula().get().measures().stream().noneMatch(ScoreChangesTest::of))
          .findFirst()
          .orElseThrow();

  private static final List<CauseGroup> CAUSES =
      List.of(new CauseGroup("conflicts", 1, List.of(REPORT)));

  private static boolean of(String measure) {
    return measure.startsWith("conflicts.");
  }

  @Test
  void whatTheFirstFiguresOfAProvinceChangeNamesTheReportThatBroughtThem() {
    ScoreChange change = changed(1);

    assertThat(change.getReports()).containsExactly(REPORT);
    assertThat(change.getReportCount()).isEqualTo(1);
    assertThat(change.getByRubric()).isFalse();
  }

  @Test
  void whatARubricChangedNamesNoReportThatCameMeanwhile() {
    ScoreChange change = changed(2);

    assertThat(change.getReports()).isEmpty();
    assertThat(change.getReportCount()).isZero();
    assertThat(change.getByRubric()).isTrue();
  }

  /** The criterion's change from version 1 to this one. */
  private static ScoreChange changed(int version) {
    ScoreChanges changes =
        new ScoreChanges(
            RUBRIC, Optional.of(score(1, "0.00")), score(version, "1.00"), CAUSES, Instant.EPOCH);
    return changes.changes().stream()
        .filter(change -> change.getCriterion().equals(CRITERION.code()))
        .findFirst()
        .orElseThrow();
  }

  private static ProvinceScore score(int version, String points) {
    BigDecimal given = new BigDecimal(points);
    CriterionPoints criterion =
        new CriterionPoints(
            CRITERION.code(),
            given,
            CRITERION.max(),
            Basis.COMPUTED,
            null,
            null,
            null,
            given,
            null);
    return new ProvinceScore(
        RUBRIC.year(),
        "94",
        given,
        RUBRIC.max(),
        Basis.COMPUTED,
        false,
        version,
        List.of(criterion),
        List.of(),
        Instant.EPOCH);
  }
}
