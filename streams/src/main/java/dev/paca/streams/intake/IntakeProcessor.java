package dev.paca.streams.intake;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.registry.PlainRecords;
import dev.paca.registry.RegistryException;
import dev.paca.registry.SerdeFailure;
import dev.paca.rejections.Rejected;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportCheck;
import dev.paca.scoring.report.ReportType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Bytes of a report topic → {@link Arrival}: a checked report, or the reason why it is none.
 *
 * <p>A record is the sender's fault or it is not: when the registry cannot be reached the record is
 * neither accepted nor rejected, the exception ends the thread's transaction and it is read again.
 */
public final class IntakeProcessor implements Processor<byte[], byte[], byte[], Arrival> {
  private final Deserializer<SpecificRecord> deserializer;
  private final Provinces provinces;
  private final int partitions;
  private ProcessorContext<byte[], Arrival> context;

  /**
   * @param partitions of every report topic, to tell a record in the wrong one
   */
  public IntakeProcessor(
      Deserializer<SpecificRecord> deserializer, Provinces provinces, int partitions) {
    this.deserializer = deserializer;
    this.provinces = provinces;
    this.partitions = partitions;
  }

  @Override
  public void init(ProcessorContext<byte[], Arrival> context) {
    this.context = context;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata from = context.recordMetadata().orElseThrow();
    try {
      SpecificRecord body = body(record, from);
      check(ReportCheck.check(body, provinces, Filed.dateOf(record.timestamp())));
      Report report = Report.of(body);
      checkKey(record.key(), report, from.partition());
      Filed filed = Filed.of(report, record.timestamp(), from.partition(), from.offset());
      pass(
          new Arrival.Accepted(
              filed, from.topic(), record.key(), record.value(), plain(record, from.topic())),
          record);
    } catch (TurnedAway e) {
      Rejected rejected =
          Rejections.rejected(
              from.topic(),
              from.partition(),
              from.offset(),
              record.timestamp(),
              record.key(),
              record.value(),
              e.problems);
      pass(new Arrival.Refused(rejected), record);
    }
  }

  private void pass(Arrival arrival, Record<byte[], byte[]> record) {
    context.forward(new Record<>(record.key(), arrival, record.timestamp()));
  }

  private SpecificRecord body(Record<byte[], byte[]> record, RecordMetadata from)
      throws TurnedAway {
    if (record.value() == null) {
      throw new TurnedAway("", ProblemCode.VALUE_MISSING, ProblemCode.VALUE_MISSING.title());
    }
    SpecificRecord body = decode(record.value(), from.topic());
    ReportType type = ReportType.ofTopic(from.topic()).orElseThrow();
    if (!body.getSchema().getFullName().equals(type.schema().getFullName())) {
      throw new TurnedAway(
          "",
          ProblemCode.WRONG_TYPE,
          from.topic()
              + " takes "
              + type.schema().getName()
              + ", not "
              + body.getSchema().getName());
    }
    return body;
  }

  /** Whatever serde class is configured: what it throws is the record's fault or it is not. */
  private SpecificRecord decode(byte[] value, String topic) throws TurnedAway {
    try {
      return deserializer.deserialize(topic, value);
    } catch (RuntimeException e) {
      RegistryException failure = SerdeFailure.of(e, value);
      ProblemCode code = failure.problem().orElseThrow(() -> failure);
      throw new TurnedAway("", code, code.title());
    }
  }

  private Optional<ByteBuffer> plain(Record<byte[], byte[]> record, String topic) {
    return deserializer instanceof PlainRecords records
        ? records.plain(topic, record.value())
        : Optional.empty();
  }

  private void checkKey(byte[] key, Report report, int partition) throws TurnedAway {
    String expected = report.key().kafkaKey();
    if (key == null) {
      throw new TurnedAway("", ProblemCode.KEY_MISSING, "the key of this report is " + expected);
    }
    String found = new String(key, StandardCharsets.UTF_8);
    if (!found.equals(expected)) {
      throw new TurnedAway(
          "", ProblemCode.KEY_MISMATCH, "the key of this report is " + expected + ", not " + found);
    }
    int home = BuiltInPartitioner.partitionForKey(key, partitions);
    if (home != partition) {
      throw new TurnedAway(
          "",
          ProblemCode.WRONG_PARTITION,
          "by murmur2, Kafka's default, the key "
              + found
              + " belongs to partition "
              + home
              + ", not "
              + partition);
    }
  }

  private static void check(List<Problem> problems) throws TurnedAway {
    if (!problems.isEmpty()) {
      throw new TurnedAway(problems);
    }
  }

  /** Ends the way of one record; caught in {@link #process}. */
  private static final class TurnedAway extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    TurnedAway(List<Problem> problems) {
      super("rejected", null, false, false);
      this.problems = problems;
    }

    TurnedAway(String field, ProblemCode code, String message) {
      this(List.of(new Problem(field, code, message)));
    }
  }
}
