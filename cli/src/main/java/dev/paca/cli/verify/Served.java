package dev.paca.cli.verify;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Progress;
import dev.paca.cli.query.QueryClient;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.TruthView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What the query service serves, asked through its API like anybody would. */
record Served(Console console, QueryClient client) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_MS = 100;

  /** The years that are served. */
  Set<Integer> years() {
    return client.assessments().asList(new TypeReference<List<AssessmentView>>() {}).stream()
        .map(AssessmentView::year)
        .collect(Collectors.toSet());
  }

  /** TOPIC-PARTITION → next offset, as the service says it has counted. */
  Map<String, Long> covers(int year) {
    TruthView truth = client.ranking(year).as(RankingView.class).truth();
    return truth == null || truth.covers() == null ? Map.of() : truth.covers();
  }

  /** Waits until everything up to these offsets is counted; fails naming what is not. */
  void await(int year, Map<String, Long> offsets) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String behind = behind(covers(year), offsets);
    while (!behind.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new CommandFailed(
            "the query service has not counted all input after "
                + PATIENCE.toSeconds()
                + " s: "
                + behind);
      }
      pause();
      behind = behind(covers(year), offsets);
    }
  }

  void compare(int year, Fold.Assessment recomputed, Comparison comparison) {
    comparison.ranking(client.ranking(year).as(RankingView.class), recomputed);
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

  private static String behind(Map<String, Long> covers, Map<String, Long> offsets) {
    return offsets.entrySet().stream()
        .filter(offset -> covers.getOrDefault(offset.getKey(), 0L) < offset.getValue())
        .map(o -> o.getKey() + " at " + covers.getOrDefault(o.getKey(), 0L) + " of " + o.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("interrupted", e);
    }
  }
}
