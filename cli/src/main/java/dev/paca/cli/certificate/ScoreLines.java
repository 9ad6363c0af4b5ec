package dev.paca.cli.certificate;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.ranking.Ranking;
import dev.paca.scoring.score.CriterionScore;
import dev.paca.scoring.score.ProvinceScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scores as lines of text: {@code YEAR PROVINCE CRITERION POINTS BASIS}, and totals and means. */
final class ScoreLines {
  private static final String NONE = "-";

  private ScoreLines() {}

  static Certificate.Scores digests(Map<Integer, Fold.Assessment> assessments) {
    List<String> all = new ArrayList<>();
    List<Certificate.Year> years = new ArrayList<>();
    long count = 0;
    for (Fold.Assessment assessment : assessments.values()) {
      List<String> lines = of(assessment);
      long scores = lines.size() - 1L; // one line is the mean
      years.add(new Certificate.Year(assessment.rubric().year(), scores, Sha256.ofLines(lines)));
      all.addAll(lines);
      count += scores;
    }
    return new Certificate.Scores(count, Sha256.ofLines(all), years);
  }

  static List<String> of(Fold.Assessment assessment) {
    int year = assessment.rubric().year();
    Ranking ranking = assessment.ranking();
    List<String> lines = new ArrayList<>();
    lines.add(year + " MEAN " + ranking.mean().map(ScoreLines::points).orElse(NONE));
    assessment
        .scores()
        .forEach(
            (province, score) -> {
              String place = year + " " + province + " ";
              lines.add(place + total(province, score, ranking));
              score.criteria().forEach(criterion -> lines.add(place + criterion(criterion)));
            });
    return lines;
  }

  private static String total(String province, ProvinceScore score, Ranking ranking) {
    var rank = ranking.rankOf(province);
    return "TOTAL %s %s %s"
        .formatted(
            points(score.total()),
            score.basis().name(),
            rank.isPresent() ? Integer.toString(rank.getAsInt()) : NONE);
  }

  private static String criterion(CriterionScore score) {
    return score.code() + " " + points(score.points()) + " " + score.basis().name();
  }

  private static String points(BigDecimal points) {
    return points.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
  }
}
