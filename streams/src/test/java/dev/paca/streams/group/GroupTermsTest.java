package dev.paca.streams.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.settings.Settings;
import dev.paca.settings.SettingsException;
import dev.paca.streams.StreamsSettings;
import dev.paca.streams.topology.StreamsProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;

class GroupTermsTest {
  private static Settings settings(Map<String, String> given) {
    Map<String, String> all = new HashMap<>(given);
    all.put("bootstrap", "127.0.0.1:1");
    return Settings.declare(StreamsSettings.all()).options(all).read();
  }

  private static Properties properties(Map<String, String> given) {
    return StreamsProperties.of(settings(given), new HostInfo("127.0.0.1", 1));
  }

  private static String memberSetting(Properties properties, String name) {
    return String.valueOf(properties.get("consumer." + name));
  }

  @Test
  void withClassicAnInstanceIsAStaticMemberThatIsReplacedAfterTenSeconds() {
    Properties classic = properties(Map.of("instance-id", "a", "standbys", "1"));

    assertThat(classic.get("group.protocol")).isEqualTo("classic");
    assertThat(memberSetting(classic, "group.instance.id")).isEqualTo("a");
    assertThat(memberSetting(classic, "session.timeout.ms")).isEqualTo("10000");
    assertThat(memberSetting(classic, "heartbeat.interval.ms")).isEqualTo("3000");
    assertThat(classic.get("num.standby.replicas")).isEqualTo(1);
    assertThat(memberSetting(properties(Map.of("session-timeout", "20s")), "session.timeout.ms"))
        .isEqualTo("20000");
  }

  @Test
  void withStreamsNothingIsSaidThatTheBrokersDecide() {
    Properties streams = properties(Map.of("group-protocol", "streams", "standbys", "1"));

    assertThat(streams.get("group.protocol")).isEqualTo("streams");
    assertThat(streams.stringPropertyNames())
        .noneMatch(
            name ->
                name.endsWith("group.instance.id")
                    || name.endsWith("session.timeout.ms")
                    || name.endsWith("num.standby.replicas"));
    new StreamsConfig(streams);
    streams.put("consumer.group.instance.id", "a");
    assertThatThrownBy(() -> new StreamsConfig(streams))
        .as("Kafka still refuses static members; take them once it does not")
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("static membership");
  }

  @Test
  void theTermsAreTheSettings() {
    assertThat(
            GroupTerms.of(
                settings(
                    Map.of(
                        "group-protocol", "streams",
                        "application-id", "paca-2",
                        "standbys", "1",
                        "session-timeout", "12s"))))
        .isEqualTo(
            new GroupTerms(
                "paca-2", GroupProtocol.STREAMS, 1, java.util.Optional.of(Duration.ofSeconds(12))));
  }

  @Test
  void everythingThatCannotWorkIsRefusedAtOnce() {
    Map<String, String> given =
        Map.of(
            "group-protocol", "streams",
            "probing-interval", "2m",
            "acceptable-recovery-lag", "5",
            "kafka.group.protocol", "classic",
            "kafka.main.consumer.group.instance.id", "a",
            "kafka.num.standby.replicas", "1",
            "kafka.consumer.session.timeout.ms", "7000");

    assertThatThrownBy(() -> GroupTerms.of(settings(given)))
        .isInstanceOfSatisfying(
            SettingsException.class,
            refused ->
                assertThat(refused.problems())
                    .hasSize(6)
                    .anyMatch(p -> p.startsWith("acceptable-recovery-lag: has no effect"))
                    .anyMatch(p -> p.startsWith("probing-interval: has no effect"))
                    .anyMatch(p -> p.startsWith("kafka.group.protocol: is set by group-protocol"))
                    .anyMatch(p -> p.startsWith("kafka.main.consumer.group.instance.id: a static"))
                    .anyMatch(p -> p.contains("set standbys"))
                    .anyMatch(p -> p.contains("set session-timeout")));
  }

  @Test
  void withClassicTheseAreFine() {
    GroupTerms terms =
        GroupTerms.of(
            settings(
                Map.of("probing-interval", "2m", "kafka.consumer.session.timeout.ms", "7000")));

    assertThat(terms.protocol()).isEqualTo(GroupProtocol.CLASSIC);
  }

  @Test
  void anUnknownProtocolAndASessionTooShortAreNamed() {
    assertThatThrownBy(() -> settings(Map.of("group-protocol", "consumer")))
        .hasMessageContaining("group-protocol")
        .hasMessageContaining("classic or streams");
    assertThatThrownBy(() -> settings(Map.of("session-timeout", "5s")))
        .hasMessageContaining("at least 6s");
  }
}
