package dev.paca.streams.scoring;

import dev.paca.internal.ServedCoverage;
import dev.paca.internal.ServedFreshness;
import dev.paca.internal.ServedMessage;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scoring.tally.Place;
import dev.paca.streams.freshness.FreshnessCodec;
import dev.paca.streams.store.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store {@code served}, and topic {@code paca.internal.serving}: what was last said.
 *
 * <ul>
 *   <li>{@code score/YEAR/PROVINCE} → layout byte, Avro {@link ServedMessage} with the score
 *   <li>{@code tally/YEAR/PROVINCE/BLOCK} → nothing, but that it was said; on the topic that block
 *       of the tally that the score was made of
 *   <li>{@code ranking/YEAR} → … with the ranking
 *   <li>{@code rubric/YEAR} → … with the rubric version that made them
 *   <li>{@code freshness/CODE} or {@code freshness/CODE/DAY} → … with who reports for a province
 *   <li>{@code freshness-coverage} → … with the input that the freshness covers
 *   <li>{@code coverage} → … with the input covered; ends every flush
 * </ul>
 *
 * A decoded copy of the scores is kept in memory.
 */
final class ServedStore {
  static final String NAME = "served";

  private static final byte[] NOTHING = {};

  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final KeyValueStore<byte[], byte[]> store;
  private final Map<String, Optional<ProvinceScore>> scores = new HashMap<>();

  ServedStore(KeyValueStore<byte[], byte[]> store) {
    this.store = store;
  }

  static String scoreKey(Place place) {
    return "score/" + place.key();
  }

  static String tallyKey(Place place, String block) {
    return tallyPrefix(place) + block;
  }

  private static String tallyPrefix(Place place) {
    return "tally/" + place.key() + "/";
  }

  /** The block of a tally's key. */
  static String block(String tallyKey) {
    return tallyKey.split("/", 4)[3];
  }

  /** Which blocks were said of a place's tally. */
  Set<String> blocks(Place place) {
    Set<String> blocks = new TreeSet<>();
    try (KeyValueIterator<byte[], byte[]> all =
        store.prefixScan(tallyPrefix(place), new StringSerializer())) {
      all.forEachRemaining(
          entry -> blocks.add(block(new String(entry.key, StandardCharsets.UTF_8))));
    }
    return blocks;
  }

  /** Something was said under the key, and is on the topic alone. */
  void mark(String key) {
    store.put(key.getBytes(StandardCharsets.UTF_8), NOTHING);
  }

  static String rankingKey(int year) {
    return "ranking/" + year;
  }

  static String rubricKey(int year) {
    return "rubric/" + year;
  }

  static String freshnessKey(ServedFreshness freshness) {
    return "freshness/" + FreshnessCodec.key(freshness.getProvince(), freshness.getSince());
  }

  static final String COVERAGE = "coverage";
  static final String FRESHNESS_COVERAGE = "freshness-coverage";

  Optional<ProvinceScore> score(Place place) {
    return scores.computeIfAbsent(
        scoreKey(place), key -> message(key).map(ProvinceScore.class::cast));
  }

  Optional<Ranking> ranking(int year) {
    return message(rankingKey(year)).map(Ranking.class::cast);
  }

  /** The versions by which what was said was scored. */
  List<RubricVersion> rubrics() {
    return all("rubric/", RubricVersion.class);
  }

  /** What was said of the provinces of a year. */
  List<ProvinceScore> scores(int year) {
    return all("score/" + year + "/", ProvinceScore.class);
  }

  private <T> List<T> all(String prefix, Class<T> type) {
    List<T> found = new ArrayList<>();
    try (KeyValueIterator<byte[], byte[]> all = store.prefixScan(prefix, new StringSerializer())) {
      all.forEachRemaining(entry -> found.add(type.cast(codec.decode(entry.value).getMessage())));
    }
    return found;
  }

  void remove(String key) {
    scores.remove(key);
    store.delete(key.getBytes(StandardCharsets.UTF_8));
  }

  /** TOPIC-PARTITION → next offset, as it was said last. */
  Map<String, Long> covered() {
    return message(COVERAGE)
        .map(coverage -> ((ServedCoverage) coverage).getNextOffsets())
        .orElse(Map.of());
  }

  Optional<Object> message(String key) {
    byte[] value = store.get(key.getBytes(StandardCharsets.UTF_8));
    return Optional.ofNullable(value).map(bytes -> codec.decode(bytes).getMessage());
  }

  /**
   * Whether this was said before under the key. Bytes are compared: Avro's own equality fails on
   * decoded arrays of records with optional decimals.
   */
  boolean says(String key, Object message) {
    byte[] value = store.get(key.getBytes(StandardCharsets.UTF_8));
    return value != null && Arrays.equals(value, encode(message));
  }

  /** The bytes of what is sent and not kept. */
  byte[] encode(Object message) {
    return codec.encode(new ServedMessage(message));
  }

  /** Keeps and returns the bytes to send. */
  byte[] put(String key, Object message) {
    byte[] value = encode(message);
    put(key, message, value);
    return value;
  }

  private void put(String key, Object message, byte[] value) {
    store.put(key.getBytes(StandardCharsets.UTF_8), value);
    if (message instanceof ProvinceScore score) {
      scores.put(key, Optional.of(score));
    }
  }
}
