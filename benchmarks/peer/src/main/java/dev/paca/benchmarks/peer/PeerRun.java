package dev.paca.benchmarks.peer;

import dev.paca.registry.RegistryAvroDeserializer;
import dev.paca.registry.RegistryConfig;
import dev.paca.topics.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What a peer is told when it is started.
 *
 * @param name its consumer group, and where it writes: topic {@code NAME-output}, key {@code
 *     YEAR/PROVINCE/TYPE}, value a {@link Sums}, the last one counts
 * @param variant which of several ways, in the peer's own words
 * @param folder for its state
 */
public record PeerRun(
    String bootstrap, String registry, String name, String variant, String folder) {
  /** What a peer prints when it has begun. */
  public static final String READY = "peer is running";

  /** How often every peer commits. */
  public static final int COMMIT_EVERY_MS = 100;

  public static PeerRun of(String[] arguments) {
    if (arguments.length != 5) {
      throw new IllegalArgumentException("BOOTSTRAP REGISTRY NAME VARIANT FOLDER");
    }
    return new PeerRun(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]);
  }

  public List<String> arguments() {
    return List.of(bootstrap, registry, name, variant, folder);
  }

  public String output() {
    return name + "-output";
  }

  public Properties clients() {
    Properties clients = new Properties();
    clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    return clients;
  }

  /**
   * Makes topics to write to.
   *
   * @throws IllegalStateException when one is there already
   */
  public void make(String... topics) {
    List<NewTopic> made =
        Arrays.stream(topics)
            .map(name -> new NewTopic(name, Topics.DEFAULT_PARTITIONS, (short) 1))
            .toList();
    try (Admin admin = Admin.create(clients())) {
      admin.createTopics(made).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while topics were made", e);
    }
  }

  /** Reads reports as Paca does; for one thread. */
  public Deserializer<SpecificRecord> deserializer() {
    Deserializer<SpecificRecord> deserializer = new RegistryAvroDeserializer();
    deserializer.configure(Map.of(RegistryConfig.URL, registry), false);
    return deserializer;
  }
}
