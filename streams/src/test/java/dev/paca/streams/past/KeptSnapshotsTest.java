package dev.paca.streams.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.AsOfText;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.TruthView;
import dev.paca.streams.serving.Served;
import dev.paca.streams.serving.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class KeptSnapshotsTest {
  private static final int MOST_WAITING = 8;
  private static final Served NOTHING = new Served(new TreeMap<>(), Map.of(), 0);
  private final KeptSnapshots kept = new KeptSnapshots(() -> NOTHING, Clock.systemUTC());

  @Test
  void whoComesWhileManyWaitIsRefusedAtOnceSoThatThreadsAreLeftForQuestionsOfNow()
      throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    ExecutorService readers = Executors.newCachedThreadPool();
    try {
      List<Future<Snapshot>> asking = new ArrayList<>();
      for (int day = 1; day <= MOST_WAITING + 1; day++) {
        KeptSnapshots.Key key = key(day);
        asking.add(readers.submit(() -> kept.of(key, () -> snapshot(held))));
      }
      Awaitility.await().until(() -> kept.waiting() == MOST_WAITING);
      assertThatThrownBy(() -> kept.of(key(20), () -> snapshot(held)))
          .isInstanceOf(QueryRefused.class)
          .hasMessage("the past is being folded for others; try again");
      held.countDown();
      for (Future<Snapshot> each : asking) {
        assertThat(each.get().served()).isEqualTo(NOTHING);
      }
    } finally {
      held.countDown();
      readers.shutdownNow();
    }
  }

  private static KeptSnapshots.Key key(int day) {
    AsOf asOf =
        AsOfText.read(
            Optional.of("2022-06-%02d".formatted(day)), Optional.empty(), Optional.empty());
    return new KeptSnapshots.Key(asOf, 0);
  }

  private static Snapshot snapshot(CountDownLatch held) {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Fold fold = new Fold(Provinces.standard(), Rubrics.none());
    return new Snapshot(
        NOTHING,
        new FoldedReports(fold),
        fold.placer(),
        new TruthView(null, 0, Map.of()),
        Instant.EPOCH);
  }
}
