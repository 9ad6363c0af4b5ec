package dev.paca.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.PartMeanView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.RankingView;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is served otherwise than recomputed is found and named. */
class ComparisonTest {
  private static final BigDecimal NOTHING = new BigDecimal("0.00");
  private final Comparison comparison = new Comparison();
  private Rubric rubric;
  private Fold.Assessment recomputed;

  @BeforeEach
  void foldNothing() throws IOException {
    String yaml = Files.readString(Path.of("..", "rubrics", "2022.yaml"));
    rubric = RubricReader.read(yaml).rubric().orElseThrow();
    recomputed =
        new Fold(Provinces.standard(), Rubrics.of(List.of(rubric))).assessments().get(2022);
  }

  @Test
  void whatAgreesIsNoDifferenceAndIsCounted() {
    comparison.ranking(ranking("94", NOTHING, null), recomputed, Optional.empty());
    comparison.province(province("C.1.1", NOTHING), recomputed.scores().get("94"));

    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.scores()).isEqualTo(1 + rubric.all().size());
  }

  @Test
  void oneCentInOneCriterionIsFound() {
    comparison.province(province("C.1.1", new BigDecimal("0.01")), recomputed.scores().get("94"));

    assertThat(comparison.differences())
        .containsExactly(new Difference(2022, "94", "C.1.1", "0.01", "0.00"));
  }

  @Test
  void aRankAndATotalThatAreNotTheFoldsAreFound() {
    comparison.ranking(ranking("94", new BigDecimal("72.46"), 8), recomputed, Optional.empty());

    assertThat(comparison.differences())
        .containsExactlyInAnyOrder(
            new Difference(2022, "94", "RANK", "8", "null"),
            new Difference(2022, "94", "RANKED TOTAL", "72.46", "0.00"));
  }

  @Test
  void aPreviousRankThatIsNotTheFoldsIsFound() {
    RankingView served = previousRank(ranking("94", NOTHING, null), "94", 9);

    comparison.ranking(served, recomputed, Optional.of(recomputed));

    assertThat(comparison.differences())
        .containsExactly(new Difference(2022, "94", "PREVIOUS RANK", "9", "null"));
  }

  @Test
  void aPartsMeanThatIsNotTheFoldsIsFound() {
    RankingView served = ranking("94", NOTHING, null);
    List<PartMeanView> parts =
        List.of(new PartMeanView("C", null, rubric.max(), new BigDecimal("25.06")));

    comparison.ranking(
        new RankingView(2022, 1, 63, null, rubric.max(), parts, served.rows(), null),
        recomputed,
        Optional.empty());

    assertThat(comparison.differences())
        .containsExactly(new Difference(2022, "", "C MEAN", "25.06", "null"));
  }

  private static RankingView previousRank(RankingView view, String province, Integer rank) {
    List<RankingView.Row> rows =
        view.rows().stream()
            .map(
                row ->
                    new RankingView.Row(
                        row.rank(),
                        row.tied(),
                        row.province(),
                        row.name(),
                        row.total(),
                        row.basis(),
                        row.province().equals(province) ? rank : row.previousRank(),
                        row.parts()))
            .toList();
    return new RankingView(2022, 1, 63, null, view.max(), List.of(), rows, null);
  }

  private RankingView ranking(String changed, BigDecimal total, Integer rank) {
    List<RankingView.Row> rows =
        recomputed.scores().keySet().stream()
            .map(
                code ->
                    new RankingView.Row(
                        code.equals(changed) ? rank : null,
                        false,
                        code,
                        code,
                        code.equals(changed) ? total : NOTHING,
                        "NONE",
                        null,
                        List.of()))
            .toList();
    return new RankingView(2022, 1, 63, null, rubric.max(), List.of(), rows, null);
  }

  private ProvinceView province(String changed, BigDecimal points) {
    List<CriterionView> criteria =
        rubric.all().stream()
            .map(c -> criterion(c, c.code().equals(changed) ? points : NOTHING))
            .toList();
    return new ProvinceView(
        2022,
        "94",
        "Sóc Trăng",
        NOTHING,
        rubric.max(),
        null,
        false,
        63,
        null,
        1,
        "NONE",
        false,
        null,
        List.of(),
        criteria,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static CriterionView criterion(Criterion criterion, BigDecimal points) {
    return new CriterionView(
        criterion.code(),
        null,
        criterion.depth(),
        criterion.leaf(),
        null,
        points,
        criterion.max(),
        null,
        "NONE",
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
