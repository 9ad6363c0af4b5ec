package dev.paca.cli.settings;

import dev.paca.settings.Parsers;
import dev.paca.settings.Setting;
import dev.paca.settings.Settings;
import dev.paca.topics.TopicDefinition;
import dev.paca.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How large the topics are made. */
public final class TopicOptions {
  private static final int MOST_PARTITIONS = 10_000;
  private static final Setting<Integer> PARTITIONS =
      Setting.of(
              "partitions",
              Parsers.whole(1, MOST_PARTITIONS),
              "partitions of each report topic, for ever")
          .or(Integer.toString(Topics.DEFAULT_PARTITIONS));
  private static final Setting<Integer> REPLICATION =
      Setting.of(
              "replication-factor",
              Parsers.whole(1, Short.MAX_VALUE),
              "copies of each partition; 3 where there are three brokers")
          .or("1");

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of each report topic, for ever; else PACA_PARTITIONS, else 4.")
  private String partitions;

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      description = "Copies of each partition; else PACA_REPLICATION_FACTOR, else 1.")
  private String replicationFactor;

  static List<Setting<?>> declared() {
    return List.of(PARTITIONS, REPLICATION);
  }

  /** The options as settings. */
  public Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    given.put(PARTITIONS.name(), partitions);
    given.put(REPLICATION.name(), replicationFactor);
    return given;
  }

  public static List<TopicDefinition> definitions(Settings settings) {
    return Topics.definitions(settings.get(PARTITIONS), settings.get(REPLICATION).shortValue());
  }
}
