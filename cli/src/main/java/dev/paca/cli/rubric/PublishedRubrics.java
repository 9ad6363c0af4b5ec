package dev.paca.cli.rubric;

import dev.paca.cli.console.CommandFailed;
import dev.paca.rubrics.RubricVersion;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.TopicReader;
import dev.paca.streams.recount.Values;
import dev.paca.streams.rubrics.Publication;
import dev.paca.streams.rubrics.Publications;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

/** The rubrics' topic: what was published, what is in force, and putting a version there. */
public record PublishedRubrics(Map<String, Object> clients, Settings settings) {
  private static final long PATIENCE_S = 30;

  /**
   * What came of publishing a file.
   *
   * @param before the version that was in force; 0 for none
   */
  public record Outcome(Kind kind, int before) {}

  /** What a publication is to those before it. */
  public enum Kind {
    /** A new version. */
    PUBLISHED,
    /** An earlier version, published again with the very same content. */
    ROLLED_BACK,
    /** Nothing was published. */
    ALREADY_IN_FORCE
  }

  /** Everything that was published, by key. */
  private Map<String, Publications> history() {
    Map<String, Publications> history = new TreeMap<>();
    try (TopicReader reader = TopicReader.open(Topics.RUBRICS, clients);
        Values values = Values.open(settings)) {
      reader.readTo(
          reader.committedEnds(),
          each -> {
            if (each.key() != null) {
              history
                  .computeIfAbsent(
                      new String(each.key(), StandardCharsets.UTF_8), Publications::new)
                  .add(
                      each.offset(),
                      Instant.ofEpochMilli(each.timestamp()),
                      version(values.read(each)));
            }
          });
    }
    return history;
  }

  private static Optional<RubricVersion> version(Values.Read read) {
    return read instanceof Values.Read.Value value && value.value() instanceof RubricVersion version
        ? Optional.of(version)
        : Optional.empty();
  }

  /** Puts a version in force: a new one, or an earlier one as it was. */
  public Outcome publish(RubricFile file) {
    RubricVersion next = file.version();
    String key = Publication.key(next);
    Publications known = history().getOrDefault(key, new Publications(key));
    Optional<RubricVersion> inForce = known.inForce().flatMap(Publication::version);
    int before = inForce.map(RubricVersion::getVersion).orElse(0);
    if (inForce.filter(next::equals).isPresent()) {
      return new Outcome(Kind.ALREADY_IN_FORCE, before);
    }
    boolean again = known.version(next.getVersion()).filter(next::equals).isPresent();
    if (!again && next.getVersion() <= known.highest()) {
      throw new CommandFailed(refusal(file, next, known));
    }
    send(key, next);
    return new Outcome(again ? Kind.ROLLED_BACK : Kind.PUBLISHED, before);
  }

  private static String refusal(RubricFile file, RubricVersion next, Publications known) {
    int free = known.highest() + 1;
    return known.version(next.getVersion()).isPresent()
        ? "version %d of %s is published with other content and never changes; %s must state version %d"
            .formatted(next.getVersion(), Publication.key(next), file.path(), free)
        : "version %d of %s is published already, so %s must state version %d or later"
            .formatted(known.highest(), Publication.key(next), file.path(), free);
  }

  /**
   * Puts in force what is newer than every version that was ever published; never an earlier one,
   * so that starting again takes no rollback or correction back.
   *
   * @return the files that were published
   */
  public List<RubricFile> publishNew(List<RubricFile> files) {
    Map<String, Publications> history = history();
    List<RubricFile> published = new ArrayList<>();
    for (RubricFile file : files) {
      RubricVersion version = file.version();
      String key = Publication.key(version);
      Publications known = history.getOrDefault(key, new Publications(key));
      if (version.getVersion() > known.highest()) {
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
