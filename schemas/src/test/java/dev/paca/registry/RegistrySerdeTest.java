package dev.paca.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.Audit;
import dev.paca.topics.Topics;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistrySerdeTest {
  private final FakeRegistry registry = new FakeRegistry();
  private final Map<String, String> configs = Map.of(RegistryConfig.URL, registry.url());

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void whatIsWrittenIsReadAgainWithDatesDecimalsAndInstants() {
    assertReadAsWritten(Topics.AUDITS, Samples.audit());
    assertReadAsWritten(Topics.APPRAISALS, Samples.appraisal());
    assertReadAsWritten(Topics.CRITERION_SCORES, Samples.score());
  }

  private void assertReadAsWritten(String topic, SpecificRecord record) {
    byte[] bytes = Samples.serializer(configs).serialize(topic, record);
    assertThat(Samples.deserializer(configs).deserialize(topic, bytes)).isEqualTo(record);
  }

  @Test
  void twoRecordsThatWereReadAreEqualWhenTheirFieldsAre() {
    var serializer = Samples.serializer(configs);
    var deserializer = Samples.deserializer(configs);
    Topics.registered()
        .forEach(
            (topic, type) -> {
              for (SpecificRecord record : RandomRecords.of(type, 20)) {
                byte[] bytes = serializer.serialize(topic, record);
                SpecificRecord first = deserializer.deserialize(topic, bytes);
                SpecificRecord second = deserializer.deserialize(topic, bytes);
                assertThat(first).isEqualTo(second).isEqualTo(record).hasSameHashCodeAs(record);
              }
            });
  }

  @Test
  void aRecordStartsWithTheMagicByteAndTheIdBigEndian() throws Exception {
    for (int i = 0; i < 300; i++) {
      registry.add("other-" + i, "\"schema " + i + "\"");
    }
    byte[] bytes = Samples.serializer(configs).serialize(Topics.AUDITS, Samples.audit());
    assertThat(bytes).startsWith(0, 0, 0, 1, 45);
    ByteBuffer alone = Audit.getEncoder().encode(Samples.audit());
    // Avro's single-object encoding has ten bytes of its own before the same binary.
    assertThat(ByteBuffer.wrap(bytes, 5, bytes.length - 5)).isEqualTo(alone.position(10));
  }

  @Test
  void manyRecordsCostOneCallForEachSchemaAndSide() {
    var serializer = Samples.serializer(configs);
    var deserializer = Samples.deserializer(configs);
    for (int i = 0; i < 1_000; i++) {
      byte[] audit = serializer.serialize(Topics.AUDITS, Samples.audit());
      byte[] appraisal = serializer.serialize(Topics.APPRAISALS, Samples.appraisal());
      deserializer.deserialize(Topics.AUDITS, audit);
      deserializer.deserialize(Topics.APPRAISALS, appraisal);
    }
    assertThat(registry.calls)
        .containsExactly(
            "POST /subjects/paca.audits-value/versions",
            "POST /subjects/paca.appraisals-value/versions",
            "GET /schemas/ids/1",
            "GET /schemas/ids/2");
  }

  @Test
  void nullStaysNullWithoutACall() {
    assertThat(Samples.serializer(configs).serialize(Topics.RANKINGS, null)).isNull();
    assertThat(Samples.deserializer(configs).deserialize(Topics.RANKINGS, (byte[]) null)).isNull();
    assertThat(registry.calls).isEmpty();
  }
}
