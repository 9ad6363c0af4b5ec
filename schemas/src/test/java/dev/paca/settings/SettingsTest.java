package dev.paca.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final Setting<Integer> PORT =
      Setting.of("http-port", Parsers.PORT, "port of the API").or("8080");
  private static final Setting<String> HOSTS =
      Setting.of("bootstrap", Parsers.HOSTS, "Kafka's bootstrap servers");
  private static final Setting<String> KEYS =
      Setting.of("api-keys", Parsers.TEXT, "API key of each agency").asSecret();
  private static final List<Setting<?>> ALL = List.of(PORT, HOSTS, KEYS);

  @TempDir Path folder;

  @Test
  void withoutAnySourceTheDefaultHolds() {
    Settings settings = Settings.declare(ALL).read();
    assertThat(settings.get(PORT)).isEqualTo(8080);
    assertThat(settings.find(HOSTS)).isEmpty();
    assertThat(settings.kafka()).isEmpty();
  }

  @Test
  void optionsWinOverTheEnvironmentOverTheFileOverWhatRunsOverDefaults() throws IOException {
    SettingsReader reader = Settings.declare(ALL).found(Map.of("http-port", "1"), "endpoints");
    assertPort(reader, 1, "endpoints");
    Path file = file("http-port=2");
    reader.file(file);
    assertPort(reader, 2, "file " + file + " http-port");
    reader.environment(Map.of("PACA_HTTP_PORT", "3"));
    assertPort(reader, 3, "environment PACA_HTTP_PORT");
    reader.options(Map.of("http-port", "4"));
    assertPort(reader, 4, "option --http-port");
  }

  private static void assertPort(SettingsReader reader, int port, String origin) {
    Settings settings = reader.read();
    assertThat(settings.get(PORT)).isEqualTo(port);
    assertThat(settings.values().get(0).origin()).isEqualTo(origin);
  }

  @Test
  void everyProblemOfEverySourceIsReportedAtOnce() throws IOException {
    SettingsReader reader =
        Settings.declare(ALL)
            .file(file("http.port=9", "colour=red", "bootstrap=nowhere"))
            .file(folder.resolve("absent.properties"))
            .environment(Map.of("PACA_HTTP_PORT", "70000"));
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> reader.read(KEYS))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .hasSize(6)
                    .anyMatch(p -> p.contains("no setting http.port; did you mean http-port?"))
                    .anyMatch(p -> p.endsWith("there is no setting colour"))
                    .anyMatch(p -> p.contains("absent.properties"))
                    .anyMatch(p -> p.contains("'nowhere' must be HOST:PORT"))
                    .anyMatch(
                        p ->
                            p.equals(
                                "http-port (environment PACA_HTTP_PORT): '70000' must be a whole"
                                    + " number from 0 to 65535"))
                    .anyMatch(p -> p.startsWith("api-keys is not set") && p.contains("PACA_API_")));
  }

  @Test
  void aFileMayUseTheNamesOfTheVariablesButNotBoth() throws IOException {
    Settings settings = Settings.declare(ALL).file(file("PACA_HTTP_PORT=81")).read();
    assertThat(settings.get(PORT)).isEqualTo(81);
    SettingsReader twice = Settings.declare(ALL).file(file("PACA_HTTP_PORT=81", "http-port=82"));
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(twice::read)
        .withMessageContaining("http-port is set twice");
  }

  @Test
  void aFileIsReadAsUtf8() throws IOException {
    Settings settings = Settings.declare(ALL).file(file("api-keys=Sóc Trăng")).read();
    assertThat(settings.get(KEYS)).isEqualTo("Sóc Trăng");
  }

  @Test
  void aBlankVariableIsNoValue() throws IOException {
    Settings settings =
        Settings.declare(ALL)
            .file(file("http-port=81"))
            .environment(Map.of("PACA_HTTP_PORT", " "))
            .read();
    assertThat(settings.get(PORT)).isEqualTo(81);
  }

  @Test
  void kafkaSettingsPassThroughFromFileAndEnvironment() throws IOException {
    Settings settings =
        Settings.declare(ALL)
            .file(file("kafka.acks=all", "kafka.linger.ms=5"))
            .environment(Map.of("PACA_KAFKA_LINGER_MS", "7", "PACA_KAFKA_SASL_JAAS_CONFIG", "x y;"))
            .read();
    assertThat(settings.kafka())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("acks", "all", "linger.ms", "7", "sasl.jaas.config", "x y;"));
  }

  @Test
  void everySettingIsShownWithItsOriginAndNoSecretIs() {
    Settings settings =
        Settings.declare(ALL)
            .environment(
                Map.of(
                    "PACA_API_KEYS", "agency=s3cret",
                    "PACA_KAFKA_SASL_JAAS_CONFIG", "password=s3cret",
                    "PACA_KAFKA_BASIC_AUTH_USER_INFO", "paca:s3cret",
                    "PACA_KAFKA_SSL_KEY_PASSWORD", "s3cret",
                    "PACA_KAFKA_ACKS", "all"))
            .read();
    assertThat(settings.values())
        .extracting(SettingValue::name, v -> v.value().orElse("-"), SettingValue::origin)
        .containsExactly(
            tuple("http-port", "8080", "default"),
            tuple("bootstrap", "-", "not set"),
            tuple("api-keys", "***", "environment PACA_API_KEYS"),
            tuple("kafka.acks", "all", "environment PACA_KAFKA_ACKS"),
            tuple(
                "kafka.basic.auth.user.info", "***", "environment PACA_KAFKA_BASIC_AUTH_USER_INFO"),
            tuple("kafka.sasl.jaas.config", "***", "environment PACA_KAFKA_SASL_JAAS_CONFIG"),
            tuple("kafka.ssl.key.password", "***", "environment PACA_KAFKA_SSL_KEY_PASSWORD"));
    assertThat(settings.values().toString()).doesNotContain("s3cret");
  }

  @Test
  void aVariableThatNobodyDeclaredIsNamed() {
    Settings settings =
        Settings.declare(ALL).environment(Map.of("PACA_HTPP_PORT", "81", "PATH", "/bin")).read();
    assertThat(settings.unknownVariables()).containsExactly("PACA_HTPP_PORT");
  }

  @Test
  void whatIsMissingIsSaidWithTheWaysToSetIt() {
    Settings settings = Settings.declare(ALL).read();
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> settings.require(HOSTS, PORT, KEYS))
        .satisfies(e -> assertThat(e.problems()).hasSize(2))
        .withMessageContaining("set PACA_BOOTSTRAP, or bootstrap in the configuration file");
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("paca.properties"), List.of(lines));
  }
}
