package dev.paca.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paca.problems.ProblemCode;
import dev.paca.reports.Audit;
import dev.paca.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Agencies whose systems write with schemas of their own making. */
class OtherWritersTest {
  private static final String OURS =
      Audit.getClassSchema()
          .toString()
          .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"");
  private final FakeRegistry registry = new FakeRegistry();

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void aWriterWithoutTheOptionalFieldsIsRead() throws IOException {
    GenericRecord record = record(without(OURS, "reference", "recoveredVnd", "revision"));
    Audit expected = Samples.audit();
    assertThat(read(record))
        .isEqualTo(
            Audit.newBuilder(expected)
                .setReference(null)
                .setRecoveredVnd(null)
                .setRevision(null)
                .build());
  }

  @Test
  void aWriterOfALaterVersionIsReadWithoutWhatIsNew() throws IOException {
    Schema later =
        parse(
            OURS.replaceFirst(
                "\"fields\":\\[", "\"fields\":[{\"name\":\"system\",\"type\":\"string\"},"));
    GenericRecord record = record(later);
    record.put("system", "e-inspection");
    assertThat(read(record)).isEqualTo(Samples.audit());
  }

  @Test
  void onlyBytesOfTheVeryFieldsOfTodayAreKnownToBePlain() throws IOException {
    assertThat(isPlain(parse(OURS))).isTrue();
    assertThat(isPlain(without(OURS, "reference"))).isFalse();
    assertThat(isPlain(parse(OURS.replaceFirst("REPORTED", "REPORTED\",\"ANNOUNCED")))).isFalse();
  }

  @Test
  void aWriterWithItsOwnNamespaceIsRead() throws IOException {
    GenericRecord record = record(parse(OURS.replace("dev.paca.reports", "vn.agency.export")));
    assertThat(read(record)).isEqualTo(Samples.audit());
  }

  @Test
  void aWriterWhoseFieldsAreAllNullableIsReadWhereTheyAreStated() throws IOException {
    Schema nullable =
        parse(
            OURS.replace(
                "{\"name\":\"agency\",\"type\":\"string\"",
                "{\"name\":\"agency\",\"type\":[\"null\",\"string\"]"));
    GenericRecord record = record(nullable);
    assertThat(read(record)).isEqualTo(Samples.audit());
    record.put("agency", null);
    assertThatExceptionOfType(RegistryException.Incompatible.class)
        .isThrownBy(() -> read(record))
        .satisfies(e -> assertThat(e.problem()).contains(ProblemCode.WRONG_TYPE));
  }

  @Test
  void aWordThatWeDoNotKnowTurnsAwayOnlyTheRecordThatHasIt() throws IOException {
    Schema wordy = parse(OURS.replace("\"INSPECTION\",", "\"INSPECTION\",\"SURPRISE_VISIT\","));
    GenericRecord record = record(wordy);
    assertThat(read(record)).isEqualTo(Samples.audit());
    Schema channel = wordy.getField("channel").schema();
    record.put("channel", new GenericData.EnumSymbol(channel, "SURPRISE_VISIT"));
    assertThatExceptionOfType(RegistryException.Incompatible.class)
        .isThrownBy(() -> read(record))
        .withMessageContaining("SURPRISE_VISIT");
  }

  @Test
  void aWriterWithoutARequiredFieldIsOfTheWrongType() throws IOException {
    GenericRecord record = record(without(OURS, "agency"));
    assertThatExceptionOfType(RegistryException.Incompatible.class)
        .isThrownBy(() -> read(record))
        .withMessageContaining("agency");
  }

  private boolean isPlain(Schema writer) throws IOException {
    byte[] framed = framed(record(writer));
    RegistryAvroDeserializer deserializer = deserializer();
    assertThat(deserializer.plain(Topics.AUDITS, framed)).as("never read").isEmpty();
    deserializer.deserialize(Topics.AUDITS, framed);
    Optional<ByteBuffer> plain = deserializer.plain(Topics.AUDITS, framed);
    plain.ifPresent(
        bytes ->
            assertThat(bytes)
                .isEqualTo(
                    ByteBuffer.wrap(framed, Framing.HEADER, framed.length - Framing.HEADER)));
    return plain.isPresent();
  }

  private Object read(GenericRecord record) throws IOException {
    return deserializer().deserialize(Topics.AUDITS, framed(record));
  }

  private RegistryAvroDeserializer deserializer() {
    return Samples.deserializer(Map.of(RegistryConfig.URL, registry.url()));
  }

  private byte[] framed(GenericRecord record) throws IOException {
    int id = registry.add("theirs", record.getSchema().toString());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Framing.header(id));
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  /** The sample as a record of another schema. */
  private static GenericRecord record(Schema schema) {
    Audit audit = Samples.audit();
    GenericRecord record = new GenericData.Record(schema);
    for (Schema.Field field : audit.getSchema().getFields()) {
      Optional.ofNullable(schema.getField(field.name()))
          .ifPresent(theirs -> record.put(theirs.pos(), plain(audit.get(field.pos()), theirs)));
    }
    return record;
  }

  private static Object plain(Object value, Schema.Field field) {
    if (value instanceof Enum<?> word) {
      return new GenericData.EnumSymbol(field.schema(), word.name());
    }
    return value instanceof java.time.LocalDate date ? (Object) (int) date.toEpochDay() : value;
  }

  private static Schema without(String schema, String... names) {
    Schema all = parse(schema);
    List<Schema.Field> kept =
        all.getFields().stream()
            .filter(field -> !List.of(names).contains(field.name()))
            .map(field -> new Schema.Field(field, field.schema()))
            .toList();
    return Schema.createRecord(all.getName(), all.getDoc(), all.getNamespace(), false, kept);
  }

  private static Schema parse(String schema) {
    return new Schema.Parser().parse(schema);
  }
}
