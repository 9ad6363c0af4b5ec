package dev.paca.faults.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** That every record of the outputs stays readable for long enough to be read. */
final class Uncompacted {
  private static final Duration ENOUGH = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Uncompacted() {}

  static void require(Map<String, Object> clientSettings) {
    List<ConfigResource> topics =
        Following.TOPICS.stream()
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
            .toList();
    try (Admin admin = Admin.create(new HashMap<>(clientSettings))) {
      List<String> wrong = new ArrayList<>();
      admin
          .describeConfigs(topics)
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .forEach(
              (topic, config) -> {
                if (mayBeCompacted(config)) {
                  wrong.add(topic.name());
                }
              });
      if (!wrong.isEmpty()) {
        throw new IllegalStateException(
            "compaction may overtake who watches %s: start the brokers with %s=%d or more"
                .formatted(
                    wrong.stream().sorted().toList(),
                    "log.cleaner.min.compaction.lag.ms",
                    ENOUGH.toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the outputs' settings were asked for", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the outputs' settings cannot be asked for: " + e, e);
    }
  }

  private static boolean mayBeCompacted(Config config) {
    return config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().contains("compact")
        && Long.parseLong(config.get(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG).value())
            < ENOUGH.toMillis();
  }
}
