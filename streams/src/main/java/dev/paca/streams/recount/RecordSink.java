package dev.paca.streams.recount;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records as they are read. */
@FunctionalInterface
public interface RecordSink {
  void take(ConsumerRecord<byte[], byte[]> found);

  /** Called when there is nothing more to take for the moment. */
  default void rest() {}
}
