package dev.paca.cli.topics;

import dev.paca.cli.settings.KafkaOptions;
import dev.paca.cli.settings.RunOptions;
import dev.paca.cli.settings.TopicOptions;
import dev.paca.settings.Settings;
import dev.paca.topics.TopicDefinition;
import dev.paca.topics.TopicsAdmin;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code paca topics …}: what both commands share. */
@Command(
    name = "topics",
    description = "Make the topics, or check them.",
    subcommands = {TopicsCreateCommand.class, TopicsCheckCommand.class})
public final class TopicsCommand {

  /** Options of both commands, and the cluster they name. */
  public static final class Cluster {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin private TopicOptions topics;
    @Mixin private KafkaOptions kafka;
    @Mixin private RunOptions run;

    <T> T with(BiFunction<TopicsAdmin, List<TopicDefinition>, T> work) {
      Map<String, String> given = new HashMap<>(kafka.given());
      given.putAll(topics.given());
      Settings settings = run.settings(given);
      Map<String, Object> clients = KafkaOptions.clients(run, settings);
      try (Admin admin = Admin.create(clients)) {
        return work.apply(new TopicsAdmin(admin, PATIENCE), TopicOptions.definitions(settings));
      }
    }
  }
}
