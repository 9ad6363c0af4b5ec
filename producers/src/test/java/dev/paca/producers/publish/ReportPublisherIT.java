package dev.paca.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.local.LocalCluster;
import dev.paca.producers.RunningCluster;
import dev.paca.producers.TopicReader;
import dev.paca.producers.publish.PublishFailed.Reason;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Conflict;
import dev.paca.settings.Settings;
import dev.paca.topics.Position;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningCluster.class)
class ReportPublisherIT {
  private final Settings settings;
  private final LocalCluster cluster;

  ReportPublisherIT(Settings settings, LocalCluster cluster) {
    this.settings = settings;
    this.cluster = cluster;
  }

  @Test
  void aPublishedReportStandsAtItsPositionUnderItsKey() throws Exception {
    Conflict report = conflict("position", "XĐ-1/2022", 3);
    Position position;
    try (ReportPublisher publisher = ReportPublisher.open(settings)) {
      position = publisher.publish(report).get();
    }

    ConsumerRecord<String, SpecificRecord> record =
        TopicReader.of(settings, "paca.conflicts", "position").get(0);
    assertThat(record.key()).isEqualTo("position/XĐ-1/2022");
    assertThat(record.value()).isEqualTo(report);
    assertThat(position)
        .isEqualTo(Position.of("paca.conflicts", record.partition(), record.offset()));
    int murmur2 = Utils.murmur2(record.key().getBytes(StandardCharsets.UTF_8));
    assertThat(record.partition()).isEqualTo(Utils.toPositive(murmur2) % 4);
  }

  @Test
  void closingWaitsForWhatIsOnItsWay() {
    List<CompletableFuture<Position>> positions = new ArrayList<>();
    try (ReportPublisher publisher = ReportPublisher.open(settings, Map.of("linger.ms", 5000))) {
      for (int i = 0; i < 500; i++) {
        positions.add(publisher.publish(conflict("closing", "X-" + i, i)));
      }
    }

    assertThat(positions).allMatch(future -> future.isDone() && !future.isCompletedExceptionally());
    assertThat(TopicReader.of(settings, "paca.conflicts", "closing")).hasSize(500);
  }

  @Test
  void threadsShareAPublisher() throws Exception {
    List<CompletableFuture<Position>> positions = new ArrayList<>();
    try (ReportPublisher publisher = ReportPublisher.open(settings)) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String thread = "T-" + i + "-";
        threads.add(
            new Thread(
                () -> {
                  for (int j = 0; j < 100; j++) {
                    CompletableFuture<Position> future =
                        publisher.publish(conflict("threads", thread + j, j));
                    synchronized (positions) {
                      positions.add(future);
                    }
                  }
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }

    assertThat(positions).hasSize(800).allMatch(future -> !future.isCompletedExceptionally());
    assertThat(TopicReader.of(settings, "paca.conflicts", "threads")).hasSize(800);
  }

  @Test
  void aBrokerThatDoesNotAnswerFailsTheReportInTime() {
    try (ReportPublisher publisher =
        ReportPublisher.open(
            RunningCluster.settings("127.0.0.1:1", cluster.registryUrl()),
            Map.of("max.block.ms", 300))) {
      assertFails(publisher, Reason.BROKER, "nobroker/X-1", "broker did not answer");
    }
  }

  @Test
  void aRegistryThatDoesNotAnswerFailsTheReport() {
    try (ReportPublisher publisher =
        ReportPublisher.open(
            RunningCluster.settings(cluster.bootstrap(), "http://127.0.0.1:1"),
            Map.of("max.retries", 0))) {
      assertFails(publisher, Reason.REGISTRY, "nobroker/X-1", "registry does not answer");
    }
  }

  @Test
  void aClosedPublisherSaysSo() {
    ReportPublisher publisher = ReportPublisher.open(settings);
    publisher.close();

    assertFails(publisher, Reason.CLOSED, "nobroker/X-1", "closed");
  }

  private static void assertFails(
      ReportPublisher publisher, Reason reason, String report, String why) {
    assertThatThrownBy(() -> publisher.publish(conflict("nobroker", "X-1", 1)).get())
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            PublishFailed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(reason);
              assertThat(failed).hasMessageContaining(report).hasMessageContaining(why);
            });
  }

  private static Conflict conflict(String agency, String reportId, long detected) {
    return Conflict.newBuilder()
        .setReportId(reportId)
        .setAgency(agency)
        .setAgencyKind(AgencyKind.HOME_AFFAIRS)
        .setProvince("94")
        .setOccurredOn(LocalDate.of(2022, 6, 30))
        .setDetected(detected)
        .build();
  }
}
