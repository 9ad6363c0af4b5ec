package dev.paca.benchmarks.restore;

import dev.paca.benchmarks.expected.Expected;
import dev.paca.benchmarks.ground.DrainedPaca;
import dev.paca.benchmarks.ground.Ground;
import dev.paca.scoring.report.Report;
import dev.paca.settings.ClientSettings;
import dev.paca.topics.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stops a Paca at work in three ways, and lets it come back. */
public record Restore(Ground ground) {

  /** How it was stopped. */
  enum Stopped {
    POLITELY("asked to stop (SIGTERM)"),
    WITHOUT_STATE("the same, state folder deleted"),
    KILLED("killed (SIGKILL)");

    private final String title;

    Stopped(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** One way, and how it came back each time. */
  record Return(Stopped stopped, List<Comeback> comebacks) {}

  /**
   * @param times how often it is stopped politely; in the other ways once
   */
  public RestoreSheet sheet(int times) throws IOException, InterruptedException {
    DrainedPaca paca = ground.paca();
    Expected expected = ground.expected();
    List<Return> returns = new ArrayList<>();
    for (Stopped stopped : Stopped.values()) {
      ground.bed().console().say("stopping: " + stopped.title());
      List<Comeback> comebacks = new ArrayList<>();
      for (int i = 0; i < (stopped == Stopped.POLITELY ? times : 1); i++) {
        stop(paca, stopped);
        comebacks.add(new Starting(paca, known(expected), repeat()).observe());
      }
      returns.add(new Return(stopped, comebacks));
      paca.require(expected);
    }
    return new RestoreSheet(returns, expected.records());
  }

  private static void stop(DrainedPaca paca, Stopped how) {
    switch (how) {
      case POLITELY -> paca.stop();
      case WITHOUT_STATE -> {
        paca.stop();
        paca.loseState();
      }
      case KILLED -> paca.process().kill();
    }
  }

  private static Position known(Expected expected) {
    Map<TopicPartition, Long> last = new HashMap<>();
    expected
        .covered()
        .forEach(
            (partition, next) -> {
              int dash = partition.lastIndexOf('-');
              last.put(
                  new TopicPartition(
                      partition.substring(0, dash),
                      Integer.parseInt(partition.substring(dash + 1))),
                  next - 1);
            });
    return Position.of(last);
  }

  /** Publishes a report again as it was, which changes no score: only how far is counted. */
  private Position repeat() throws InterruptedException {
    Report report = Report.of(ground.known());
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            ClientSettings.kafka(ground.bed().settings()),
            new StringSerializer(),
            ClientSettings.valueSerializer(ground.bed().settings()))) {
      RecordMetadata where =
          producer
              .send(
                  new ProducerRecord<>(
                      report.type().topic(), report.key().kafkaKey(), report.body()))
              .get();
      ground.changed();
      return Position.of(where.topic(), where.partition(), where.offset());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a report was not taken: " + e.getCause(), e);
    }
  }
}
