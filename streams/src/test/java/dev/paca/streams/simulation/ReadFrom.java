package dev.paca.streams.simulation;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record was read. */
record ReadFrom(TopicPartition source, long offset) implements RecordMetadata {
  @Override
  public String topic() {
    return source.topic();
  }

  @Override
  public int partition() {
    return source.partition();
  }
}
