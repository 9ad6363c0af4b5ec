package dev.paca.evolution;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvolutionTest {
  static List<ReleasedSchemas> released() {
    return ReleasedSchemas.all();
  }

  static Stream<ReleasedSchemas> releasedOutputs() {
    return released().stream().filter(one -> Topics.outputs().contains(one.topic()));
  }

  @Test
  void everyTopicHasAReleasedSchema() {
    assertThat(released())
        .extracting(ReleasedSchemas::topic)
        .containsAll(Topics.registered().keySet());
  }

  @ParameterizedTest
  @MethodSource("released")
  void todaysCodeReadsEveryReleasedVersion(ReleasedSchemas released) {
    Schema reader = ReleasedSchemas.current(released.topic());
    assertThat(incompatibilities(reader, released.schema())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("releasedOutputs")
  void aToolBuiltOnAnyReleaseReadsWhatIsWrittenToday(ReleasedSchemas released) {
    Schema writer = ReleasedSchemas.current(released.topic());
    assertThat(incompatibilities(released.schema(), writer)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("released")
  void recordsOfEveryReleasedVersionBecomeTodaysClass(ReleasedSchemas released) throws IOException {
    var type = Topics.valueClass(released.topic()).orElseThrow();
    SpecificData data = SpecificData.getForClass(type);
    var reader = data.createDatumReader(released.schema(), data.getSchema(type));
    for (Object record : new RandomData(released.schema(), 100, 94)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<>(released.schema()).write(withPoints(record), encoder);
      encoder.flush();
      Object read =
          reader.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
      assertThat(read).isInstanceOf(type);
      assertThat(((SpecificRecord) read).getSchema())
          .isEqualTo(ReleasedSchemas.current(released.topic()));
    }
  }

  /** Random bytes may be none, and no bytes are no decimal. */
  private static Object withPoints(Object value) {
    if (value instanceof GenericRecord record) {
      for (Schema.Field field : record.getSchema().getFields()) {
        record.put(field.pos(), withPoints(record.get(field.pos())));
      }
    } else if (value instanceof Collection<?> items) {
      items.forEach(EvolutionTest::withPoints);
    }
    return value instanceof ByteBuffer ? ByteBuffer.wrap(new byte[] {2, 13}) : value;
  }

  @Test
  void aWordTakenAwayAndANewFieldWithoutDefaultAreNoticed() {
    Schema today = ReleasedSchemas.current(Topics.AUDITS);
    Schema word = parse(today.toString().replace("\"INSPECTION\",", ""));
    assertThat(incompatibilities(word, today)).hasSize(1);
    Schema field =
        parse(
            today
                .toString()
                .replaceFirst(
                    "\"fields\":\\[", "\"fields\":[{\"name\":\"system\",\"type\":\"string\"},"));
    assertThat(incompatibilities(field, today)).hasSize(1);
  }

  private static Schema parse(String schema) {
    return new Schema.Parser().parse(schema);
  }

  private static List<String> incompatibilities(Schema reader, Schema writer) {
    var result = checkReaderWriterCompatibility(reader, writer).getResult();
    assertThat(result.getIncompatibilities().isEmpty())
        .isEqualTo(result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE);
    return result.getIncompatibilities().stream()
        .map(one -> one.getLocation() + ": " + one.getMessage())
        .toList();
  }
}
