package dev.paca.cli.query;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.paca.cli.console.CommandFailed;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.TruthView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How far the query service has counted the input. */
public record Counted(QueryClient client, Duration patience) {
  private static final long POLL_MS = 100;
  private static final int MOST_NAMED = 3;

  /** The years that have a rubric. */
  public List<Integer> years() {
    return client.assessments().asList(new TypeReference<List<AssessmentView>>() {}).stream()
        .map(AssessmentView::year)
        .toList();
  }

  /** TOPIC-PARTITION → next offset that is not counted yet. */
  public Map<String, Long> offsets(int year) {
    TruthView truth = client.ranking(year).as(RankingView.class).truth();
    return truth == null || truth.covers() == null ? Map.of() : truth.covers();
  }

  /** Waits until the year's answers cover everything before these offsets; else says what not. */
  public void await(int year, Map<String, Long> next) {
    long deadline = System.nanoTime() + patience.toNanos();
    String missing = missing(offsets(year), next);
    while (!missing.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new CommandFailed(
            "not all input was counted within " + patience.toSeconds() + " s: " + missing);
      }
      pause();
      missing = missing(offsets(year), next);
    }
  }

  private static String missing(Map<String, Long> counted, Map<String, Long> next) {
    List<String> behind =
        next.entrySet().stream()
            .filter(wanted -> counted.getOrDefault(wanted.getKey(), 0L) < wanted.getValue())
            .map(wanted -> behind(wanted, counted.getOrDefault(wanted.getKey(), 0L)))
            .toList();
    String named = String.join(", ", behind.subList(0, Math.min(MOST_NAMED, behind.size())));
    return behind.size() <= MOST_NAMED
        ? named
        : named + " and " + (behind.size() - MOST_NAMED) + " more partitions";
  }

  private static String behind(Map.Entry<String, Long> wanted, long at) {
    return wanted.getKey() + " at " + at + " of " + wanted.getValue();
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
