package dev.paca.streams.rubrics;

import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.Rubrics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the global store {@code rubrics} (record key of {@code paca.rubrics} → its bytes as they
 * came). Every task asks on its own punctuation; files are parsed once per instance.
 */
public final class RubricTable {
  /** Key: UTF-8 key of the topic; value: registry-framed Avro, as on the topic. */
  public static final String STORE = "rubrics";

  private static final Logger LOG = LoggerFactory.getLogger(RubricTable.class);

  private final Deserializer<SpecificRecord> deserializer;
  private final Map<String, byte[]> seen = new HashMap<>();
  private final Map<String, Published> published = new TreeMap<>();
  private InForce current = new InForce(0, Rubrics.none(), Map.of());

  /** A rubric with the record it came in. */
  public record Published(RubricVersion version, Rubric rubric) {}

  /**
   * What is in force.
   *
   * @param generation another one whenever something changed
   */
  public record InForce(long generation, Rubrics rubrics, Map<Integer, RubricVersion> versions) {}

  public RubricTable(Deserializer<SpecificRecord> deserializer) {
    this.deserializer = deserializer;
  }

  /** The rubrics in force now. A record that cannot be read keeps the one before it in force. */
  public synchronized InForce read(ReadOnlyKeyValueStore<byte[], byte[]> store) {
    boolean changed = false;
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<byte[], byte[]> entry = all.next();
        String key = new String(entry.key, StandardCharsets.UTF_8);
        if (!Arrays.equals(entry.value, seen.put(key, entry.value))) {
          changed |= adopt(key, entry.value);
        }
      }
    }
    if (changed) {
      current = inForce();
    }
    return current;
  }

  private boolean adopt(String key, byte[] value) {
    Optional<Published> found = parse(key, value);
    found.ifPresent(rubric -> published.put(key, rubric));
    return found.isPresent();
  }

  private Optional<Published> parse(String key, byte[] value) {
    try {
      if (deserializer.deserialize(dev.paca.topics.Topics.RUBRICS, value)
          instanceof RubricVersion version) {
        RubricReader.Reading reading = RubricReader.read(version.getYaml());
        reading.problems().forEach(p -> LOG.error("rubric {} is not adopted: {}", key, p));
        return reading.rubric().map(rubric -> new Published(version, rubric));
      }
      LOG.error("rubric {} is not adopted: the record is no rubric", key);
    } catch (SerializationException e) {
      LOG.error("rubric {} is not adopted: its bytes cannot be read", key, e);
      seen.remove(key);
    }
    return Optional.empty();
  }

  private InForce inForce() {
    Rubrics rubrics = Rubrics.none();
    Map<Integer, RubricVersion> versions = new TreeMap<>();
    for (Published each : published.values()) {
      rubrics = rubrics.with(each.rubric());
      if (each.rubric().name().equals(Rubric.INDEX)) {
        versions.put(each.rubric().year(), each.version());
      }
    }
    return new InForce(current.generation() + 1, rubrics, versions);
  }
}
