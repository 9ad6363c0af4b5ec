package dev.paca.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paca.problems.ProblemCode;
import dev.paca.reports.Audit;
import dev.paca.topics.Topics;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BadRecordTest {
  private final FakeRegistry registry = new FakeRegistry();
  private final Map<String, String> configs = Map.of(RegistryConfig.URL, registry.url());
  private final RegistryAvroDeserializer deserializer = Samples.deserializer(configs);

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void bytesWithoutTheMagicByteAreNotFramedAndCostNoCall() {
    assertProblem(new byte[0], RegistryException.NotFramed.class, ProblemCode.NOT_REGISTRY_FRAMED);
    assertProblem(new byte[4], RegistryException.NotFramed.class, ProblemCode.NOT_REGISTRY_FRAMED);
    assertProblem(
        "{\"reportId\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        RegistryException.NotFramed.class,
        ProblemCode.NOT_REGISTRY_FRAMED);
    assertThat(registry.calls).isEmpty();
  }

  @Test
  void anUnknownIdIsAskedForAgainAfterAWhileAndNotBefore() {
    AtomicLong now = new AtomicLong();
    var patient =
        new RegistryAvroDeserializer(new SchemaRegistry(RegistryConfig.from(configs)), now::get);
    byte[] early = Samples.serializer(configs).serialize(Topics.AUDITS, Samples.audit());
    ByteBuffer.wrap(early).putInt(1, 2);
    registry.calls.clear();
    for (int i = 0; i < 100; i++) {
      assertThatExceptionOfType(RegistryException.UnknownId.class)
          .isThrownBy(() -> patient.deserialize(Topics.AUDITS, early))
          .satisfies(e -> assertThat(e.id()).isEqualTo(2))
          .satisfies(e -> assertThat(e.problem()).contains(ProblemCode.UNKNOWN_SCHEMA_ID));
    }
    assertThat(registry.calls).hasSize(1);

    registry.add("elsewhere", Audit.getClassSchema().toString() + " ");
    now.addAndGet(RegistryAvroDeserializer.UNKNOWN_FOR.toNanos());
    assertThat(patient.deserialize(Topics.AUDITS, early)).isEqualTo(Samples.audit());
    assertThat(registry.calls).hasSize(2);
  }

  @Test
  void aRecordCutShortOrWithMoreBehindItIsUnreadable() {
    byte[] good = Samples.serializer(configs).serialize(Topics.AUDITS, Samples.audit());
    for (int length = Framing.HEADER; length < good.length; length++) {
      assertProblem(
          Arrays.copyOf(good, length),
          RegistryException.Unreadable.class,
          ProblemCode.UNREADABLE_AVRO);
    }
    assertProblem(
        Arrays.copyOf(good, good.length + 1),
        RegistryException.Unreadable.class,
        ProblemCode.UNREADABLE_AVRO);
    assertThat(deserializer.deserialize(Topics.AUDITS, good)).isEqualTo(Samples.audit());
  }

  @Test
  void anotherTopicsRecordIsOfTheWrongType() {
    byte[] appraisal =
        Samples.serializer(configs).serialize(Topics.APPRAISALS, Samples.appraisal());
    assertProblem(appraisal, RegistryException.Incompatible.class, ProblemCode.WRONG_TYPE);
  }

  @Test
  void aSchemaThatIsNoRecordIsOfTheWrongType() {
    int id = registry.add("text", Schema.create(Schema.Type.STRING).toString());
    byte[] text = ByteBuffer.allocate(7).put(0, (byte) 0).putInt(1, id).put(5, (byte) 2).array();
    assertProblem(text, RegistryException.Incompatible.class, ProblemCode.WRONG_TYPE);
  }

  @Test
  void noGarbledRecordDoesMoreThanBeTurnedAway() {
    byte[] good = Samples.serializer(configs).serialize(Topics.AUDITS, Samples.audit());
    byte[] points = Samples.serializer(configs).serialize(Topics.APPRAISALS, Samples.appraisal());
    Random random = new Random(20221215);
    for (int i = 0; i < 20_000; i++) {
      String topic = i % 2 == 0 ? Topics.AUDITS : Topics.APPRAISALS;
      byte[] garbled = (i % 2 == 0 ? good : points).clone();
      for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
        int at = Framing.HEADER + random.nextInt(garbled.length - Framing.HEADER);
        garbled[at] = (byte) random.nextInt(256);
      }
      try {
        deserializer.deserialize(topic, garbled);
      } catch (RegistryException e) {
        assertThat(e.problem()).as("problem of %s", e).isPresent();
      }
    }
  }

  private void assertProblem(
      byte[] record, Class<? extends RegistryException> type, ProblemCode code) {
    assertThatExceptionOfType(type)
        .isThrownBy(() -> deserializer.deserialize(Topics.AUDITS, record))
        .satisfies(e -> assertThat(e.problem()).contains(code))
        .satisfies(e -> assertThat(e.retriable()).isFalse());
  }
}
