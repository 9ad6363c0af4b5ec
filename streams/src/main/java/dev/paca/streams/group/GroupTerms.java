package dev.paca.streams.group;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.Setting;
import dev.paca.settings.SettingValue;
import dev.paca.settings.Settings;
import dev.paca.settings.SettingsException;
import dev.paca.streams.StreamsSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an instance wants of its group.
 *
 * @param id the application's id
 * @param standbys copies of every store
 * @param sessionTimeout after how long without a word a member is given up; empty leaves it as the
 *     brokers have it, which only the protocol streams can
 */
public record GroupTerms(
    String id, GroupProtocol protocol, int standbys, Optional<Duration> sessionTimeout) {
  private static final String NO_EFFECT =
      "has no effect with group-protocol streams in this release of Kafka; ";

  /** Of Kafka's client settings, by their ends: what the brokers decide, and where to say it. */
  private static final Map<String, String> WITH_THE_BROKERS =
      Map.of(
          "group.instance.id",
          "a static member is refused by it: unset it, or take group-protocol classic",
          "num.standby.replicas",
          NO_EFFECT + "set standbys",
          "session.timeout.ms",
          NO_EFFECT + "set session-timeout",
          "heartbeat.interval.ms",
          NO_EFFECT + "set session-timeout, of which it is a third or less",
          "acceptable.recovery.lag",
          NO_EFFECT + "unset it",
          "probing.rebalance.interval.ms",
          NO_EFFECT + "unset it",
          "max.warmup.replicas",
          NO_EFFECT + "unset it");

  /**
   * Of these settings.
   *
   * @throws SettingsException with everything that cannot work with the protocol
   */
  public static GroupTerms of(Settings settings) {
    GroupProtocol protocol = settings.get(StreamsSettings.GROUP_PROTOCOL);
    List<String> problems = new ArrayList<>();
    new TreeMap<>(settings.kafka())
        .forEach((name, value) -> problems.addAll(problems(protocol, name)));
    if (protocol == GroupProtocol.STREAMS) {
      ignored(settings, StreamsSettings.RECOVERY_LAG).ifPresent(problems::add);
      ignored(settings, StreamsSettings.PROBING_INTERVAL).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new GroupTerms(
        settings.get(StreamsSettings.APPLICATION_ID),
        protocol,
        settings.get(StreamsSettings.STANDBYS),
        settings.find(StreamsSettings.SESSION_TIMEOUT));
  }

  private static List<String> problems(GroupProtocol protocol, String name) {
    String full = Settings.KAFKA_PREFIX + name;
    if (name.equals("group.protocol")) {
      return List.of(full + ": is set by group-protocol here; set that");
    }
    return protocol == GroupProtocol.CLASSIC
        ? List.of()
        : WITH_THE_BROKERS.entrySet().stream()
            .filter(each -> name.equals(each.getKey()) || name.endsWith("." + each.getKey()))
            .map(each -> full + ": " + each.getValue())
            .toList();
  }

  private static Optional<String> ignored(Settings settings, Setting<?> setting) {
    return settings.values().stream()
        .filter(value -> value.name().equals(setting.name()))
        .filter(value -> !value.value().equals(value.fallback()))
        .map(SettingValue::name)
        .map(name -> name + ": " + NO_EFFECT + "unset it: the brokers know no copy's lag")
        .findFirst();
  }

  /** Makes the group ready to be joined; see {@link GroupAtBrokers}. */
  public void agree(Settings settings) {
    GroupAtBrokers.agree(this, ClientSettings.kafka(settings));
  }
}
