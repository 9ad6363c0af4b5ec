package dev.paca.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paca.reports.Audit;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.settings.SharedSerdes;
import dev.paca.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class SharedSerdesTest {
  private final FakeRegistry registry = new FakeRegistry();
  private final SharedSerdes serdes = new SharedSerdes(settings(registry.url()));

  private static Settings settings(String url) {
    return Settings.declare(ClientSettings.all())
        .options(Map.of("bootstrap", "127.0.0.1:1", "registry", url))
        .read();
  }

  @Test
  void aNewSerdeNeedsNoRegistryForWhatAnotherOfItsProcessKnows() {
    byte[] audit = serdes.serializer().serialize(Topics.AUDITS, Samples.audit());
    assertThat(serdes.deserializer().deserialize(Topics.AUDITS, audit)).isEqualTo(Samples.audit());
    registry.close();

    assertThat(serdes.serializer().serialize(Topics.AUDITS, Samples.audit())).isEqualTo(audit);
    assertThat(serdes.deserializer().deserialize(Topics.AUDITS, audit)).isEqualTo(Samples.audit());
  }

  @Test
  void whatWasLearntBeforeTheFirstRecordNeedsNoRegistry() {
    byte[] audit =
        Samples.serializer(Map.of(RegistryConfig.URL, registry.url()))
            .serialize(Topics.AUDITS, Samples.audit());
    serdes.learn(Topics.reports(), List.of(Topics.REJECTED, Topics.CRITERION_SCORES));
    registry.close();

    assertThat(serdes.deserializer().deserialize(Topics.AUDITS, audit)).isEqualTo(Samples.audit());
    assertThat(serdes.serializer().serialize(Topics.CRITERION_SCORES, Samples.score()))
        .isNotEmpty();
  }

  @Test
  void aRegistryThatIsAwayIsSaidWithItsAddressAndAtOnce() {
    String url = registry.url();
    registry.close();

    assertThatExceptionOfType(RegistryException.Unavailable.class)
        .isThrownBy(() -> serdes.learn(Topics.reports(), List.of(Topics.REJECTED)))
        .withMessageContaining(url);
  }

  @Test
  void oneSerializerOfManyThreadsWritesEveryRecordWhole() {
    Serializer<SpecificRecord> shared = serdes.serializer();
    var reader = serdes.deserializer();
    List<Audit> audits =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    Audit.newBuilder(Samples.audit())
                        .setReportId("KL-" + i + "-" + "x".repeat(i % 100))
                        .build())
            .toList();

    List<byte[]> written =
        audits.parallelStream().map(audit -> shared.serialize(Topics.AUDITS, audit)).toList();

    assertThat(written.stream().map(bytes -> reader.deserialize(Topics.AUDITS, bytes)).toList())
        .isEqualTo(audits);
  }
}
