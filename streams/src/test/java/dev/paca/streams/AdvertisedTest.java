package dev.paca.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.settings.Settings;
import dev.paca.settings.SettingsException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told to the group about this instance. */
class AdvertisedTest {
  @ParameterizedTest
  @CsvSource({"127.0.0.1,127.0.0.1", "10.1.2.3,10.1.2.3", "[::1],::1", "paca.local,paca.local"})
  void anInstanceIsReachedWhereItListens(String bind, String host) {
    assertThat(Advertised.address(settings(Map.of("bind", bind)), 4711))
        .isEqualTo(new HostInfo(host, 4711));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void anInstanceThatListensEverywhereIsReachedByItsMachinesName(String bind) throws Exception {
    assertThat(Advertised.address(settings(Map.of("bind", bind)), 4711))
        .isEqualTo(new HostInfo(InetAddress.getLocalHost().getHostName(), 4711));
  }

  @Test
  void whatIsSetIsToldAsItIs() {
    Map<String, String> set = Map.of("bind", "0.0.0.0", "advertised", "paca-2.internal:8443");

    assertThat(Advertised.address(settings(set), 4711))
        .isEqualTo(new HostInfo("paca-2.internal", 8443));
  }

  @ParameterizedTest
  @ValueSource(strings = {"paca-2", "paca-2:0", "paca_2:80", "http://paca-2:80", ":80"})
  void whatOthersCouldNotAskIsRefused(String text) {
    assertThatThrownBy(() -> settings(Map.of("advertised", text)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("HOST:PORT");
  }

  @Test
  void aProbeMoreOftenThanStreamsAllowsIsRefused() {
    assertThatThrownBy(() -> settings(Map.of("probing-interval", "59s")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("at least 1m");
  }

  @Test
  void kafkaStreamsIsToldWhoKeepsCopiesAndWhereThisInstanceIs() {
    var properties =
        dev.paca.streams.topology.StreamsProperties.of(
            settings(Map.of("standbys", "1")), new HostInfo("::1", 4711), Map.of());

    assertThat(properties)
        .containsEntry(StreamsConfig.APPLICATION_SERVER_CONFIG, "[::1]:4711")
        .containsEntry(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1)
        .containsEntry(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, 10_000L)
        .containsEntry(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L);
  }

  private static Settings settings(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("bootstrap", "127.0.0.1:9092");
    values.put("registry", "http://127.0.0.1:8085");
    return Settings.declare(StreamsSettings.all()).options(values).read();
  }
}
