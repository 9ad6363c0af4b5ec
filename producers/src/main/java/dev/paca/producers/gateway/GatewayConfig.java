package dev.paca.producers.gateway;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.ListenSettings;
import dev.paca.settings.Parsers;
import dev.paca.settings.Setting;
import dev.paca.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the gateway runs.
 *
 * @param clients how it reaches Kafka and the registry
 * @param bind address it listens on
 * @param port 0 for a free one
 * @param bodyLimit largest body, bytes
 * @param inFlight requests in work at a time; one more is answered with 429
 * @param deadline within which a request is acknowledged or answered with 503
 */
public record GatewayConfig(
    Settings clients,
    String bind,
    int port,
    ApiKeys keys,
    int bodyLimit,
    int inFlight,
    Duration deadline) {

  public static final Setting<Integer> PORT =
      Setting.of("gateway-port", Parsers.PORT, "port of the gateway, 0 for a free one").or("8081");

  public static final Setting<ApiKeys> KEYS =
      Setting.of(
              "api-keys", ApiKeys::parse, "who may report: AGENCY=KEY,..., *=KEY for all agencies")
          .asSecret();

  public static final Setting<Integer> BODY_LIMIT =
      Setting.of(
              "gateway-body-limit",
              Parsers.whole(1024, 256 * 1024 * 1024),
              "largest body that the gateway takes, in bytes")
          .or("4194304");

  public static final Setting<Integer> IN_FLIGHT =
      Setting.of(
              "gateway-in-flight",
              Parsers.whole(1, 200),
              "requests that the gateway works on at a time")
          .or("64");

  public static final Setting<Duration> DEADLINE =
      Setting.of(
              "gateway-deadline",
              Parsers.DURATION_TEXT,
              "how long the gateway waits for the broker's acknowledgement")
          .or("10s");

  /** Every setting of the gateway, those of its Kafka clients included, to declare. */
  public static List<Setting<?>> settings() {
    return Stream.concat(
            ClientSettings.all().stream(),
            Stream.of(ListenSettings.BIND, PORT, KEYS, BODY_LIMIT, IN_FLIGHT, DEADLINE))
        .toList();
  }

  /**
   * The gateway's part of the settings, in which {@link #settings()} are declared.
   *
   * @throws dev.paca.settings.SettingsException naming all that is missing
   */
  public static GatewayConfig of(Settings settings) {
    settings.require(ClientSettings.BOOTSTRAP, ClientSettings.REGISTRY, KEYS);
    return new GatewayConfig(
        settings,
        settings.get(ListenSettings.BIND),
        settings.get(PORT),
        settings.get(KEYS),
        settings.get(BODY_LIMIT),
        settings.get(IN_FLIGHT),
        settings.get(DEADLINE));
  }
}
