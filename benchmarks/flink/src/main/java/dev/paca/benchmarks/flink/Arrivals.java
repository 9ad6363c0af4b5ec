package dev.paca.benchmarks.flink;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records as they are. The type belongs to a report's identity, and is in the topic only. */
final class Arrivals implements KafkaRecordDeserializationSchema<Arrived> {
  private static final long serialVersionUID = 1;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> found, Collector<Arrived> out) {
    out.collect(
        Arrived.of(found, found.topic() + "/" + new String(found.key(), StandardCharsets.UTF_8)));
  }

  @Override
  public TypeInformation<Arrived> getProducedType() {
    return Arrived.TYPE;
  }
}
