package dev.paca.producers.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.registry.RegistryConfig;
import dev.paca.registry.RegistryException;
import dev.paca.registry.SchemaRegistry;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.topics.Topics;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Whether reports can be taken: the topics are there and the registry answers. Asked again at most
 * once a second, however many ask.
 */
final class Readiness implements AutoCloseable {
  private static final int PATIENCE_MS = 2000;
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Admin admin;
  private final SchemaRegistry registry;
  private State last;

  /** What was found, and when. */
  private record State(boolean broker, boolean registry, long at) {}

  Readiness(Settings clients) {
    Map<String, Object> config = new HashMap<>(ClientSettings.kafka(clients));
    admin = Admin.create(config);
    config.put(RegistryConfig.CONNECT_TIMEOUT_MS, PATIENCE_MS);
    config.put(RegistryConfig.READ_TIMEOUT_MS, PATIENCE_MS);
    config.put(RegistryConfig.MAX_RETRIES, 0);
    registry = new SchemaRegistry(RegistryConfig.from(config));
  }

  void get(Context ctx) {
    State state = state();
    boolean ready = state.broker() && state.registry();
    ObjectNode body =
        Answers.object()
            .put("status", ready ? "ready" : "not ready")
            .put("broker", state.broker())
            .put("registry", state.registry());
    Answers.json(ctx, ready ? 200 : 503, body);
  }

  private synchronized State state() {
    if (last == null || System.nanoTime() - last.at() > FRESH_NANOS) {
      last = new State(brokerAnswers(), registryAnswers(), System.nanoTime());
    }
    return last;
  }

  private boolean brokerAnswers() {
    try {
      admin
          .describeTopics(Topics.reports())
          .allTopicNames()
          .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | KafkaException no) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean registryAnswers() {
    try {
      registry.latest(Topics.AUDITS + "-value");
      return true;
    } catch (RegistryException no) {
      return false;
    }
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ofSeconds(1));
  }
}
