package dev.paca.streams.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paca.scores.ScoreChange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreChangeFeedIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @TempDir private Path folder;

  @Test
  void whatIsCommittedIsReadOnceAndInOrderWhateverHappensToBrokerAndRegistry() throws Exception {
    List<Long> committed = new ArrayList<>();
    try (ChangesOnBroker broker = ChangesOnBroker.start(folder);
        ScoreChangeFeed early = ScoreChangeFeed.start(broker.settings())) {
      // Nothing is there yet, and that is said.
      await().atMost(PATIENCE).until(() -> early.state().trouble().isPresent());
      assertThat(early.state().hydrated()).isFalse();
      broker.createTopic();
      await().atMost(PATIENCE).until(() -> early.state().hydrated());

      committed.addAll(broker.commit(change("94", 1), change("01", 2)));
      broker.abort(change("94", 3));
      broker.commitGarbage();
      committed.addAll(broker.commit(change("94", 4)));
      awaitOffsets(early, committed);
      assertThat(points(early, "94")).containsExactly("1.00", "4.00");

      // A late feed, which must ask the registry, waits for it and passes nothing over.
      broker.cluster().registry().kill();
      try (ScoreChangeFeed late = ScoreChangeFeed.start(broker.settings())) {
        await().atMost(PATIENCE).until(() -> late.state().trouble().isPresent());
        assertThat(late.changes().size()).isZero();
        broker.cluster().registry().restart();
        awaitOffsets(late, committed);
        // Past the garbage, the abort and the markers of transactions: nothing is left to read.
        await().atMost(PATIENCE).until(() -> late.state().behind().equals(OptionalLong.of(0)));
        assertThat(late.state().hydrated()).isTrue();
        assertThat(late.state().trouble()).isEmpty();

        broker.cluster().brokers().get(0).kill();
        await().atMost(PATIENCE).until(() -> late.state().trouble().isPresent());
        broker.cluster().brokers().get(0).restart();
        ScoreChange[] many =
            IntStream.range(5, 1_005).mapToObj(i -> change("94", i)).toArray(ScoreChange[]::new);
        committed.addAll(broker.commit(many));
        awaitOffsets(early, committed);
        awaitOffsets(late, committed);
        await().atMost(PATIENCE).until(() -> late.state().trouble().isEmpty());
      }
    }
  }

  private static ScoreChange change(String province, int points) {
    return ScoreChangesTest.change(2022, province, "TOTAL", "0.00", points + ".00");
  }

  private static void awaitOffsets(ScoreChangeFeed feed, List<Long> offsets) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(offsets(feed)).containsExactlyElementsOf(offsets));
  }

  private static List<Long> offsets(ScoreChangeFeed feed) {
    return IntStream.range(0, feed.changes().size())
        .mapToObj(index -> feed.changes().get(index).offset())
        .toList();
  }

  private static List<String> points(ScoreChangeFeed feed, String province) {
    return feed.changes().history(2022, province, Optional.empty()).stream()
        .map(view -> view.newPoints().toPlainString())
        .toList();
  }
}
