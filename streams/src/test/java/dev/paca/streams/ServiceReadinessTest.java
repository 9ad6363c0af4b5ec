package dev.paca.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.streams.http.Readiness.Check;
import dev.paca.streams.watch.InputLag;
import dev.paca.streams.watch.RestoreProgress;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener.SuspendReason;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class ServiceReadinessTest {
  private static final TopicPartition REPORTS = new TopicPartition("paca-reports-changelog", 2);

  private final RestoreProgress restores = new RestoreProgress();

  @Test
  void aStoreThatIsRestoredIsNamedWithItsProgressAndAStartWaitsForIt() {
    restores.onRestoreStart(REPORTS, "reports", 100, 1_100);
    restores.onBatchRestored(REPORTS, "reports", 350, 250);

    Check check = ServiceReadiness.stores(restores.restoring(), false);
    assertThat(check.allows()).isFalse();
    assertThat(check.partitions()).hasSize(1);
    assertThat(check.partitions().get(0).partition()).isEqualTo("reports-2");
    assertThat(check.partitions().get(0).records()).isEqualTo(750);
    assertThat(check.partitions().get(0).detail()).isEqualTo("250 of 1000 records restored");

    restores.onRestoreEnd(REPORTS, "reports", 1_000);
    assertThat(ServiceReadiness.stores(restores.restoring(), false).ready()).isTrue();
  }

  @Test
  void aTaskThatMovesHereLaterKeepsNobodyFromAskingAScore() {
    restores.onRestoreStart(REPORTS, "reports", 0, 10);
    Check check = ServiceReadiness.stores(restores.restoring(), true);
    assertThat(check.ready()).isFalse();
    assertThat(check.allows()).isTrue();
  }

  @Test
  void aTaskThatLeavesWhileItIsRestoredIsMissedNoMore() {
    restores.onRestoreStart(REPORTS, "reports", 0, 10);
    restores.onRestoreSuspended(REPORTS, "reports", 5);
    assertThat(ServiceReadiness.stores(restores.restoring(), false).ready()).isTrue();
  }

  @Test
  void anInstanceThatIsGivenACopyMayBeAskedAllTheWhile() {
    restores.ofCopies().onUpdateStart(REPORTS, "reports", 0);
    restores.ofCopies().onBatchLoaded(REPORTS, "reports", new TaskId(1, 2), 999, 1_000, 500_000);

    Check copies = ServiceReadiness.copies(restores.copies(), 10_000);
    assertThat(copies.ready()).isFalse();
    assertThat(copies.allows()).isTrue();
    assertThat(copies.partitions().get(0).records()).isEqualTo(499_000);
    assertThat(ServiceReadiness.stores(restores.restoring(), false).ready()).isTrue();

    restores
        .ofCopies()
        .onUpdateSuspended(REPORTS, "reports", 1_000, 500_000, SuspendReason.MIGRATED);
    assertThat(ServiceReadiness.copies(restores.copies(), 10_000).ready()).isTrue();
  }

  @Test
  void inputThatIsFarBehindIsNamedAndOneUnderLoadIsNot() {
    List<InputLag> lags =
        List.of(
            new InputLag(new TopicPartition("paca.audits", 0), 2_000),
            new InputLag(new TopicPartition("paca.audits", 1), 50_000));

    Check check = ServiceReadiness.input(lags, 10_000);
    assertThat(check.ready()).isFalse();
    assertThat(check.allows()).as("no other instance would answer better").isTrue();
    assertThat(check.partitions()).hasSize(1);
    assertThat(check.partitions().get(0).partition()).isEqualTo("paca.audits-1");
    assertThat(check.detail()).isEqualTo("partitions read here: 2, records behind in all: 52000");
  }
}
