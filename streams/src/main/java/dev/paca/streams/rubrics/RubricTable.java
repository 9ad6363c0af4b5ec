package dev.paca.streams.rubrics;

import dev.paca.registry.RegistryException;
import dev.paca.registry.SerdeFailure;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.topics.Topics;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the global store {@code rubrics}, the whole history of {@code paca.rubrics} ({@link
 * HistoryEntry} has the layout). Every task asks on its own punctuation; files are parsed once per
 * instance.
 */
public final class RubricTable {
  public static final String STORE = "rubrics";

  private static final Logger LOG = LoggerFactory.getLogger(RubricTable.class);
  private static final long NOT_ALL = -1;

  private final Deserializer<SpecificRecord> deserializer;
  private final Map<String, Publications> history = new TreeMap<>();
  private long judged = NOT_ALL;
  private InForce current = new InForce(0, Rubrics.none(), Map.of());

  /**
   * What is in force.
   *
   * @param generation another one whenever something changed
   * @param publications of the index, by year
   */
  public record InForce(long generation, Rubrics rubrics, Map<Integer, Publication> publications) {

    /** Offset of the newest publication, of whatever year; -1 where there is none. */
    public long newest() {
      return publications.values().stream().mapToLong(Publication::offset).max().orElse(-1);
    }
  }

  public RubricTable(Deserializer<SpecificRecord> deserializer) {
    this.deserializer = deserializer;
  }

  /** The rubrics in force now. A record that is not adopted keeps the one before it in force. */
  public synchronized InForce read(ReadOnlyKeyValueStore<byte[], byte[]> store) {
    if (learn(store)) {
      current = inForce();
    }
    return current;
  }

  /** Everything that was ever published of the index for a year, oldest first. */
  public synchronized List<Publication> history(
      int year, ReadOnlyKeyValueStore<byte[], byte[]> store) {
    read(store);
    Publications found = history.get(Integer.toString(year));
    return found == null ? List.of() : found.all();
  }

  /** Whether another rubric is in force. */
  private boolean learn(ReadOnlyKeyValueStore<byte[], byte[]> store) {
    // A history only grows, and every task asks many times a second.
    long size = store.approximateNumEntries();
    if (size == judged) {
      return false;
    }
    boolean changed = false;
    // The registry may be away: what came after a record is not judged before it.
    Set<String> waiting = new HashSet<>();
    try (KeyValueIterator<byte[], byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<byte[], byte[]> stored = entries.next();
        HistoryEntry entry = HistoryEntry.of(stored.key, stored.value);
        Publications known = history.computeIfAbsent(entry.key(), Publications::new);
        if (entry.offset() > known.through() && !waiting.contains(entry.key())) {
          try {
            changed |= judge(known, entry);
          } catch (RegistryException e) {
            LOG.warn("the rubric of {} cannot be read at the moment", entry.key(), e);
            waiting.add(entry.key());
          }
        }
      }
    }
    judged = waiting.isEmpty() ? size : NOT_ALL;
    return changed;
  }

  private boolean judge(Publications known, HistoryEntry entry) {
    Instant publishedAt = Instant.ofEpochMilli(entry.publishedAt());
    Publication judged =
        known.add(entry.offset(), publishedAt, entry.value().flatMap(this::decode));
    judged
        .refused()
        .ifPresent(
            why ->
                LOG.error(
                    "rubric {} at offset {} is not adopted: {}", entry.key(), entry.offset(), why));
    return judged.adopted();
  }

  /** Empty for bytes that are no rubric; throws only while the registry cannot be asked. */
  private Optional<RubricVersion> decode(byte[] value) {
    try {
      return deserializer.deserialize(Topics.RUBRICS, value) instanceof RubricVersion version
          ? Optional.of(version)
          : Optional.empty();
    } catch (RuntimeException e) {
      // Other people's deserializers hide that the registry is away some levels down.
      RegistryException failure = SerdeFailure.of(e, value);
      if (failure.problem().isEmpty()) {
        throw failure;
      }
      LOG.debug("bytes that are no rubric", failure);
      return Optional.empty();
    }
  }

  private InForce inForce() {
    Rubrics rubrics = Rubrics.none();
    Map<Integer, Publication> publications = new TreeMap<>();
    for (Publications each : history.values()) {
      Optional<Publication> last = each.inForce();
      if (last.isPresent()) {
        Rubric rubric = last.get().rubric().orElseThrow();
        rubrics = rubrics.with(rubric);
        if (rubric.name().equals(Rubric.INDEX)) {
          publications.put(rubric.year(), last.get());
        }
      }
    }
    return new InForce(current.generation() + 1, rubrics, publications);
  }
}
