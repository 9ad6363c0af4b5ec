package dev.paca.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paca.registry.RegistryAvroDeserializer;
import dev.paca.registry.RegistryAvroSerializer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of("PACA_BOOTSTRAP", "127.0.0.1:1", "PACA_REGISTRY", "http://127.0.0.1:2/v7"));

  @Test
  void clientsGetClusterRegistryAndWhatIsPassedThrough() {
    environment.put("PACA_KAFKA_ACKS", "all");
    assertThat(ClientSettings.kafka(settings()))
        .containsEntry("bootstrap.servers", "127.0.0.1:1")
        .containsEntry("schema.registry.url", "http://127.0.0.1:2/v7")
        .containsEntry("specific.avro.reader", "true")
        .containsEntry("acks", "all");
  }

  @Test
  void theSerdesAreOursUnlessOthersAreNamed() {
    assertThat(ClientSettings.valueSerializer(settings()))
        .isInstanceOf(RegistryAvroSerializer.class);
    assertThat(ClientSettings.valueDeserializer(settings()))
        .isInstanceOf(RegistryAvroDeserializer.class);
    environment.put("PACA_VALUE_SERIALIZER", Named.class.getName());
    assertThat((Object) ClientSettings.valueSerializer(settings())).isInstanceOf(Named.class);
  }

  @Test
  void aClassThatIsNotThereOrNoSerializerIsNamed() {
    environment.put("PACA_VALUE_SERIALIZER", "io.example.Absent");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> ClientSettings.valueSerializer(settings()))
        .withMessage("value-serializer: io.example.Absent must be a Serializer on the class path");
    environment.put("PACA_VALUE_SERIALIZER", "java.util.ArrayList");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> ClientSettings.valueSerializer(settings()));
  }

  private Settings settings() {
    return Settings.declare(ClientSettings.all()).environment(environment).read();
  }

  /** A serializer by another name. */
  public static final class Named extends org.apache.kafka.common.serialization.StringSerializer {}
}
