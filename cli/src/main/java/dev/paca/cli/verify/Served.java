package dev.paca.cli.verify;

import dev.paca.cli.console.Console;
import dev.paca.cli.console.Progress;
import dev.paca.cli.query.QueryClient;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.RankingView;
import java.util.Map;
import java.util.Optional;

/** What the query service serves, asked through its API like anybody would. */
public record Served(Console console, QueryClient client) {

  /**
   * Compares one year, every province of it.
   *
   * @param yearBefore what was recomputed for the year before, which ranks are compared with
   */
  public void compare(
      int year,
      Fold.Assessment recomputed,
      Optional<Fold.Assessment> yearBefore,
      Comparison comparison) {
    comparison.ranking(client.ranking(year).as(RankingView.class), recomputed, yearBefore);
    Map<String, ProvinceScore> scores = recomputed.scores();
    try (Progress progress = new Progress(console, Integer.toString(year), scores.size())) {
      long done = 0;
      for (Map.Entry<String, ProvinceScore> score : scores.entrySet()) {
        ProvinceView served = client.province(year, score.getKey()).as(ProvinceView.class);
        comparison.province(served, score.getValue());
        progress.at(++done);
      }
    }
  }
}
