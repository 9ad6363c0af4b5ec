package dev.paca.faults.watch;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record stands, written as {@code TOPIC-PARTITION@OFFSET}. */
record RecordAt(String topic, int partition, long offset) {

  static RecordAt of(ConsumerRecord<?, ?> found) {
    return new RecordAt(found.topic(), found.partition(), found.offset());
  }

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
