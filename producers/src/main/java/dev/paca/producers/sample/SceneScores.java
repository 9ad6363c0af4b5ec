package dev.paca.producers.sample;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.score.ProvinceScore;
import java.util.List;

/** Scores one scene with the same fold that the service and {@code paca verify} use. */
final class SceneScores {
  private final Rubric rubric;

  SceneScores(Rubric rubric) {
    this.rubric = rubric;
  }

  /** A fold that knows one province only: the others' reports cannot change its score. */
  ProvinceScore of(Scene scene, List<Filing> filings) {
    Province province =
        Provinces.standard().resolve(scene.province(), rubric.provincesAsOf()).orElseThrow();
    Fold fold = new Fold(new Provinces(List.of(province)), Rubrics.of(List.of(rubric)));
    int offset = 0;
    for (Filing filing : filings) {
      fold.file(Filed.of(Report.of(filing.record()), 0, 0, offset++));
    }
    return fold.assessments().get(rubric.year()).scores().get(scene.province());
  }
}
