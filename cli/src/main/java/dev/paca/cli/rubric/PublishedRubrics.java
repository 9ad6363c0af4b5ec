package dev.paca.cli.rubric;

import dev.paca.cli.console.CommandFailed;
import dev.paca.rubrics.RubricVersion;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.TopicReader;
import dev.paca.streams.recount.Values;
import dev.paca.topics.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** The rubrics' topic: what is in force, and putting a new version there. */
public record PublishedRubrics(Map<String, Object> clients, Settings settings) {
  private static final long PATIENCE_S = 30;

  /** The latest version of each key. */
  public Map<String, RubricVersion> inForce() {
    Map<String, RubricVersion> found = new TreeMap<>();
    try (TopicReader reader = TopicReader.open(Topics.RUBRICS, clients);
        Values values = Values.open(settings)) {
      reader.readTo(
          reader.committedEnds(),
          each -> {
            if (values.read(each) instanceof Values.Read.Value value
                && value.value() instanceof RubricVersion version) {
              found.put(RubricFile.key(version), version);
            }
          });
    }
    return found;
  }

  /**
   * Puts a version in force.
   *
   * @return false when this very version is in force already
   */
  public boolean publish(RubricFile file) {
    RubricVersion next = file.version();
    String key = RubricFile.key(next);
    Optional<RubricVersion> before = Optional.ofNullable(inForce().get(key));
    if (before.filter(next::equals).isPresent()) {
      return false;
    }
    before
        .filter(known -> known.getVersion() >= next.getVersion())
        .ifPresent(
            known -> {
              throw new CommandFailed(
                  "version %d of %s is published and never changes; %s must state version %d or later"
                      .formatted(known.getVersion(), key, file.path(), known.getVersion() + 1));
            });
    send(key, next);
    return true;
  }

  /**
   * Puts in force what no version of is published yet, or only earlier ones.
   *
   * @return the files that were published
   */
  public List<RubricFile> publishNew(List<RubricFile> files) {
    Map<String, RubricVersion> known = inForce();
    List<RubricFile> published = new ArrayList<>();
    for (RubricFile file : files) {
      RubricVersion version = file.version();
      String key = RubricFile.key(version);
      if (!known.containsKey(key) || known.get(key).getVersion() < version.getVersion()) {
        send(key, version);
        published.add(file);
      }
    }
    return published;
  }

  private void send(String key, RubricVersion version) {
    Map<String, Object> config = new HashMap<>(clients);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    try (Producer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            config, new StringSerializer(), ClientSettings.valueSerializer(settings))) {
      producer
          .send(new ProducerRecord<>(Topics.RUBRICS, key, version))
          .get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new CommandFailed("rubric " + key + " was not published: " + cause.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("interrupted before rubric " + key + " was acknowledged", e);
    }
  }
}
