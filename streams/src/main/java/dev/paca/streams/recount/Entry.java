package dev.paca.streams.recount;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * One committed record of an input topic.
 *
 * @param timestamp the broker's time, ms
 * @param key as UTF-8 text; empty for none
 * @param value the report or rubric; empty when the bytes are none or there are no bytes
 * @param bytes the value's bytes where they are no value of this topic
 * @param problem why they are none
 */
public record Entry(
    String topic,
    int partition,
    long offset,
    long timestamp,
    Optional<String> key,
    Optional<SpecificRecord> value,
    Optional<byte[]> bytes,
    Optional<String> problem) {

  /** {@code TOPIC-PARTITION}, as Kafka writes it. */
  public String topicPartition() {
    return topic + "-" + partition;
  }
}
