package dev.paca.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paca.RealCluster;
import dev.paca.local.LocalCluster;
import dev.paca.reports.Audit;
import dev.paca.topics.Topics;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealCluster.class)
class RealRegistryIT {
  private Map<String, String> configs;
  private SchemaRegistry registry;

  @BeforeEach
  void connect(LocalCluster cluster) {
    configs = Map.of(RegistryConfig.URL, cluster.registryUrl(), RegistryConfig.MAX_RETRIES, "0");
    registry = new SchemaRegistry(RegistryConfig.from(configs));
  }

  @Test
  void registeringAllTwiceGivesTheSameIdsAndGuardsEverySubject() {
    Map<String, Integer> ids = SchemaRegistration.registerAll(registry);
    assertThat(ids)
        .hasSameSizeAs(Topics.registered())
        .containsKeys("paca.audits-value", "paca.rejected-value");
    assertThat(SchemaRegistration.registerAll(configs)).isEqualTo(ids);
    ids.forEach(
        (subject, id) -> {
          assertThat(registry.latest(subject)).map(SchemaRegistry.Registered::id).contains(id);
          assertThat(registry.compatibility(subject)).contains(SchemaRegistration.COMPATIBILITY);
        });
  }

  @Test
  void anOperatorsChoiceOfCompatibilityStays() {
    SchemaRegistration.registerAll(registry);
    registry.compatibility("paca.conflicts-value", "FULL_TRANSITIVE");
    SchemaRegistration.registerAll(registry);
    assertThat(registry.compatibility("paca.conflicts-value")).contains("FULL_TRANSITIVE");
  }

  @Test
  void aVersionThatCouldNotReadWhatIsThereIsNotTaken() {
    SchemaRegistration.registerAll(registry);
    Schema demanding =
        new Schema.Parser()
            .parse(
                Audit.getClassSchema()
                    .toString()
                    .replaceFirst(
                        "\"fields\":\\[",
                        "\"fields\":[{\"name\":\"system\",\"type\":\"string\"},"));
    assertThatExceptionOfType(RegistryException.Incompatible.class)
        .isThrownBy(() -> registry.register("paca.audits-value", demanding))
        .withMessageContaining("paca.audits-value");
  }

  @Test
  void whatIsNotThereIsToldApart(LocalCluster cluster) {
    byte[] unknown = ByteBuffer.allocate(20).putInt(1, 987_654).array();
    assertThatExceptionOfType(RegistryException.UnknownId.class)
        .isThrownBy(() -> Samples.deserializer(configs).deserialize(Topics.AUDITS, unknown));
    assertThat(registry.latest("nobody-value")).isEmpty();
    assertThat(registry.find("nobody-value", Audit.getClassSchema())).isEmpty();
    assertThat(registry.compatibility("nobody-value")).isEmpty();
    SchemaRegistration.registerAll(registry);
    assertThat(registry.find("paca.audits-value", Schema.create(Schema.Type.INT))).isEmpty();
    String root = cluster.registryUrl().replaceFirst("/apis/.*", "");
    assertThatExceptionOfType(RegistryException.Refused.class)
        .isThrownBy(() -> new SchemaRegistry(RegistryConfig.of(root)).schema(1));
  }

  @Test
  void everyModeOfWritingIsReadAgain() {
    SchemaRegistration.registerAll(registry);
    for (Map<String, String> mode :
        java.util.List.of(
            Map.of(RegistryConfig.AUTO_REGISTER, "true"),
            Map.of(RegistryConfig.AUTO_REGISTER, "false"),
            Map.of(RegistryConfig.AUTO_REGISTER, "false", RegistryConfig.USE_LATEST, "true"))) {
      Map<String, String> all = new java.util.HashMap<>(configs);
      all.putAll(mode);
      byte[] bytes = Samples.serializer(all).serialize(Topics.APPRAISALS, Samples.appraisal());
      assertThat(Samples.deserializer(configs).deserialize(Topics.APPRAISALS, bytes))
          .as("%s", mode)
          .isEqualTo(Samples.appraisal());
    }
  }

  @Test
  void whileTheRegistryIsDownKnownSchemasServeAndNewOnesWait(LocalCluster cluster) {
    var serializer = Samples.serializer(configs);
    var deserializer = Samples.deserializer(configs);
    byte[] audit = serializer.serialize(Topics.AUDITS, Samples.audit());
    deserializer.deserialize(Topics.AUDITS, audit);
    cluster.registry().kill();
    try {
      assertThat(serializer.serialize(Topics.AUDITS, Samples.audit())).isEqualTo(audit);
      assertThat(deserializer.deserialize(Topics.AUDITS, audit)).isEqualTo(Samples.audit());
      assertThatExceptionOfType(RegistryException.Unavailable.class)
          .isThrownBy(() -> serializer.serialize(Topics.APPRAISALS, Samples.appraisal()))
          .withMessageContaining(cluster.registryUrl());
    } finally {
      cluster.registry().restart();
    }
    assertThat(serializer.serialize(Topics.APPRAISALS, Samples.appraisal())).isNotEmpty();
    assertThat(Samples.deserializer(configs).deserialize(Topics.AUDITS, audit))
        .isEqualTo(Samples.audit());
  }
}
