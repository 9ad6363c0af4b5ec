package dev.paca.benchmarks.latency;

import dev.paca.scoring.report.Report;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes reports when they are due, by a producer as it is without settings. */
final class Publisher implements AutoCloseable {
  private final KafkaProducer<String, SpecificRecord> producer;
  private final AtomicReference<Exception> failed = new AtomicReference<>();

  /** Hears of every acknowledgement, in the order of a partition's offsets. */
  interface Acknowledgements {
    /**
     * @param number of the report, from 0 on
     * @param nanos when it was acknowledged, or would have been had it been sent on time
     */
    void heard(long number, TopicPartition partition, long offset, long nanos);
  }

  Publisher(Settings settings) {
    producer =
        new KafkaProducer<>(
            ClientSettings.kafka(settings),
            new StringSerializer(),
            ClientSettings.valueSerializer(settings));
  }

  /** Publishes the reports of these numbers and returns when all are sent. */
  void publish(
      Iterator<SpecificRecord> reports,
      Schedule schedule,
      long from,
      long to,
      Acknowledgements heard) {
    for (long number = from; number < to; number++) {
      Report report = Report.of(reports.next());
      ProducerRecord<String, SpecificRecord> published =
          new ProducerRecord<>(report.type().topic(), report.key().kafkaKey(), report.body());
      awaitMoment(schedule.due(number));
      long sent = System.nanoTime();
      long which = number;
      producer.send(
          published,
          (where, failure) -> {
            if (failure != null) {
              failed.compareAndSet(null, failure);
              return;
            }
            long acknowledged = schedule.acknowledgedOnTime(which, sent, System.nanoTime());
            heard.heard(
                which,
                new TopicPartition(where.topic(), where.partition()),
                where.offset(),
                acknowledged);
          });
    }
  }

  private static void awaitMoment(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(1)));
    }
  }

  /** Waits until all are acknowledged. */
  void flush() {
    producer.flush();
    if (failed.get() != null) {
      throw new IllegalStateException(
          "a report was not taken: " + failed.get().getMessage(), failed.get());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
