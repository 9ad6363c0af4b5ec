package dev.paca.streams.simulation;

import dev.paca.registry.PlainRecords;
import dev.paca.reports.Appraisal;
import dev.paca.reports.Audit;
import dev.paca.reports.Conflict;
import dev.paca.reports.Denunciation;
import dev.paca.reports.Prosecution;
import dev.paca.reports.Recovery;
import dev.paca.reports.Sanction;
import dev.paca.rubrics.RubricVersion;
import dev.paca.streams.store.AvroCodec;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Values in the registry's frame, with a class's number for its schema id. Fails as other people's
 * deserializers do: the cause of a failure lies a level down.
 */
final class SimulatedSerde implements Deserializer<SpecificRecord>, PlainRecords {
  private static final int FRAME = 5;
  private static final List<Class<? extends SpecificRecord>> CLASSES =
      List.of(
          Audit.class,
          Denunciation.class,
          Prosecution.class,
          Recovery.class,
          Sanction.class,
          Conflict.class,
          Appraisal.class,
          RubricVersion.class);

  private final List<AvroCodec<SpecificRecord>> codecs =
      CLASSES.stream().map(SimulatedSerde::codec).toList();
  private final BooleanSupplier registryAway;

  SimulatedSerde(BooleanSupplier registryAway) {
    this.registryAway = registryAway;
  }

  @SuppressWarnings("unchecked") // a codec of a class reads and writes records
  private static AvroCodec<SpecificRecord> codec(Class<? extends SpecificRecord> type) {
    return new AvroCodec<>((Class<SpecificRecord>) type);
  }

  byte[] serialize(SpecificRecord value) {
    int id =
        IntStream.range(0, CLASSES.size())
            .filter(i -> CLASSES.get(i).isInstance(value))
            .findFirst()
            .orElseThrow();
    byte[] body = codecs.get(id).encode(value);
    return ByteBuffer.allocate(FRAME + body.length).put((byte) 0).putInt(id).put(body).array();
  }

  @Override
  public SpecificRecord deserialize(String topic, byte[] bytes) {
    if (registryAway.getAsBoolean()) {
      throw new SerializationException("registry", new ConnectException("connection refused"));
    }
    try {
      ByteBuffer framed = ByteBuffer.wrap(bytes);
      framed.get();
      byte[] body = new byte[bytes.length - FRAME];
      int id = framed.getInt();
      framed.get(body);
      return codecs.get(id).decode(body);
    } catch (RuntimeException e) {
      throw new SerializationException("no record", e);
    }
  }

  /** As if half of all records were written by another version of their schema. */
  @Override
  public Optional<ByteBuffer> plain(String topic, byte[] bytes) {
    int layout = 1;
    return Optional.of(ByteBuffer.wrap(bytes).position(FRAME + layout).slice())
        .filter(body -> bytes.length % 2 == 0);
  }
}
