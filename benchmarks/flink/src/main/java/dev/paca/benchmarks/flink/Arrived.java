package dev.paca.benchmarks.flink;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A record on its way to the task of its key, in Flink's leanest form: {@code TOPIC/KEY}, the value
 * as it is in the topic, time, partition, offset. It is decoded where it is used, so that it is not
 * encoded once more for the way.
 */
@SuppressWarnings("unchecked") // Tuple leaves the type of copy() to the caller.
public final class Arrived extends Tuple5<String, byte[], Long, Integer, Long> {
  private static final long serialVersionUID = 1;

  static final TypeInformation<Arrived> TYPE =
      new TupleTypeInfo<>(
          Arrived.class,
          Types.STRING,
          PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
          Types.LONG,
          Types.INT,
          Types.LONG);

  /** For Flink, which fills it. */
  public Arrived() {}

  static Arrived of(ConsumerRecord<byte[], byte[]> found, String key) {
    Arrived arrived = new Arrived();
    arrived.setFields(key, found.value(), found.timestamp(), found.partition(), found.offset());
    return arrived;
  }

  Filed decoded(Deserializer<SpecificRecord> deserializer) {
    String topic = f0.substring(0, f0.indexOf('/'));
    return Filed.of(Report.of(deserializer.deserialize(topic, f1)), f2, f3, f4);
  }
}
