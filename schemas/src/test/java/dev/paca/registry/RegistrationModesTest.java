package dev.paca.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paca.reports.Audit;
import dev.paca.topics.Topics;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistrationModesTest {
  private static final String SUBJECT = "paca.audits-value";
  private final FakeRegistry registry = new FakeRegistry();

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void withoutAutoRegisterAnUnknownSchemaIsRefusedAndAKnownOneUsed() {
    var serializer = Samples.serializer(with(RegistryConfig.AUTO_REGISTER, "false"));
    assertThatExceptionOfType(RegistryException.Refused.class)
        .isThrownBy(() -> serializer.serialize(Topics.AUDITS, Samples.audit()))
        .withMessageContaining(SUBJECT)
        .withMessageContaining(RegistryConfig.AUTO_REGISTER);
    registry.add("other", "\"int\"");
    int id = registry.add(SUBJECT, Audit.getClassSchema().toString());
    assertThat(Framing.id(serializer.serialize(Topics.AUDITS, Samples.audit()))).isEqualTo(id);
    assertThat(registry.calls).noneMatch(call -> call.endsWith("/versions"));
  }

  @Test
  void withUseLatestAVersionWithOtherWordsIsTheSameBytes() {
    Schema plain = new Schema.Parser().parse(withoutJavaStrings());
    int id = registry.add(SUBJECT, plain.toString());
    byte[] bytes = latestSerializer().serialize(Topics.AUDITS, Samples.audit());
    assertThat(Framing.id(bytes)).isEqualTo(id);
    assertThat(read(bytes)).isEqualTo(Samples.audit());
  }

  @Test
  void withUseLatestANewerVersionIsWrittenAsItSays() {
    String newer =
        withoutJavaStrings()
            .replaceFirst(
                "\"fields\":\\[",
                "\"fields\":[{\"name\":\"system\",\"type\":\"string\",\"default\":\"paper\"},");
    int id = registry.add(SUBJECT, newer);
    byte[] bytes = latestSerializer().serialize(Topics.AUDITS, Samples.audit());
    assertThat(Framing.id(bytes)).isEqualTo(id);
    assertThat(bytes).startsWith(0, 0, 0, 0, id, 10, 'p', 'a', 'p', 'e', 'r');
    assertThat(read(bytes)).isEqualTo(Samples.audit());
  }

  @Test
  void withUseLatestAVersionThatCannotHoldTheRecordIsSaidSo() {
    registry.add(
        SUBJECT,
        "{\"type\":\"record\",\"name\":\"Audit\",\"namespace\":\"dev.paca.reports\",\"fields\":"
            + "[{\"name\":\"dossier\",\"type\":\"string\"}]}");
    assertThatExceptionOfType(RegistryException.Incompatible.class)
        .isThrownBy(() -> latestSerializer().serialize(Topics.AUDITS, Samples.audit()))
        .withMessageContaining("dossier");
  }

  @Test
  void aRecordThatLacksWhatItsSchemaDemandsIsNotWritten() {
    var serializer = Samples.serializer(with(RegistryConfig.AUTO_REGISTER, "true"));
    assertThatExceptionOfType(RegistryException.Unwritable.class)
        .isThrownBy(() -> serializer.serialize(Topics.AUDITS, new Audit()));
    byte[] next = serializer.serialize(Topics.AUDITS, Samples.audit());
    assertThat(read(next)).isEqualTo(Samples.audit());
  }

  @Test
  void aKeyHasItsOwnSubject() {
    RegistryAvroSerializer serializer = new RegistryAvroSerializer();
    serializer.configure(with(RegistryConfig.AUTO_REGISTER, "true"), true);
    serializer.serialize("any", Samples.audit());
    assertThat(registry.calls).containsExactly("POST /subjects/any-key/versions");
  }

  @Test
  void aSettingThatTheSerdesCannotKeepIsRefused() {
    assertRefused(RegistryConfig.SPECIFIC_READER, "false");
    assertRefused(RegistryConfig.AUTO_REGISTER, "yes");
    assertRefused(RegistryConfig.URL, "127.0.0.1:8081");
    assertRefused(RegistryConfig.URL, "http://127.0.0.1:8081,");
    assertRefused(RegistryConfig.MAX_RETRIES, "-1");
    assertRefused(RegistryConfig.CREDENTIALS_SOURCE, "SASL_INHERIT");
    assertRefused("value.subject.name.strategy", "io.example.RecordNameStrategy");
  }

  private void assertRefused(String name, String value) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> RegistryConfig.from(with(name, value)))
        .withMessageContaining(name);
  }

  private RegistryAvroSerializer latestSerializer() {
    return Samples.serializer(
        Map.of(
            RegistryConfig.URL,
            registry.url(),
            RegistryConfig.AUTO_REGISTER,
            "false",
            RegistryConfig.USE_LATEST,
            "true"));
  }

  private Object read(byte[] bytes) {
    return Samples.deserializer(Map.of(RegistryConfig.URL, registry.url()))
        .deserialize(Topics.AUDITS, bytes);
  }

  private Map<String, String> with(String name, String value) {
    return name.equals(RegistryConfig.URL)
        ? Map.of(name, value)
        : Map.of(RegistryConfig.URL, registry.url(), name, value);
  }

  private static String withoutJavaStrings() {
    return Audit.getClassSchema()
        .toString()
        .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"");
  }
}
