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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Store {@code served}, and topic {@code paca.internal.serving}: what was last said.
 *
 * <ul>
 *   <li>{@code score/YEAR/PROVINCE} → layout byte, Avro {@link ServedMessage} with the score
 *   <li>{@code tallies} → numbers (8 each) of the first record of tallies' blocks that counts, and
 *       of the next one; on the topic alone, {@code tallies/NUMBER} → layout byte, many Avro {@link
 *       ServedMessage}s with what changed in the blocks that the scores were made of
 *   <li>{@code ranking/YEAR} → … with the ranking
 *   <li>{@code rubric/YEAR} → … with the rubric version that made them
 *   <li>{@code freshness/CODE} or {@code freshness/CODE/DAY} → … with who reports for a province
 *   <li>{@code freshness-coverage} → … with the input that the freshness covers
 *   <li>{@code coverage} → … with the input covered; ends every flush
 * </ul>
 *
 * A decoded copy of the scores and rankings is kept in memory.
 */
final class ServedStore {
  static final String NAME = "served";

  private static final byte[] TALLIES = "tallies".getBytes(StandardCharsets.UTF_8);

  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final KeyValueStore<byte[], byte[]> store;
  private final Map<String, Optional<ProvinceScore>> scores = new HashMap<>();
  private final Map<String, Optional<Ranking>> rankings = new HashMap<>();

  ServedStore(KeyValueStore<byte[], byte[]> store) {
    this.store = store;
  }

  static String scoreKey(Place place) {
    return "score/" + place.key();
  }

  static String tallyKey(long number) {
    return "tallies/" + number;
  }

  /**
   * Records of tallies' blocks on the topic.
   *
   * @param first number of the oldest one that counts
   * @param next number of the one that will be written next
   */
  record TallyRecords(long first, long next) {}

  TallyRecords tallyRecords() {
    byte[] value = store.get(TALLIES);
    if (value == null) {
      return new TallyRecords(0, 0);
    }
    ByteBuffer numbers = ByteBuffer.wrap(value);
    return new TallyRecords(numbers.getLong(), numbers.getLong());
  }

  void tallyRecords(TallyRecords records) {
    store.put(
        TALLIES,
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(records.first())
            .putLong(records.next())
            .array());
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
    return rankings.computeIfAbsent(rankingKey(year), key -> message(key).map(Ranking.class::cast));
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

  private byte[] encode(Object message) {
    return codec.encode(new ServedMessage(message));
  }

  /** The bytes of what is sent together and not kept. */
  byte[] encodeAll(List<?> messages) {
    return codec
        .encodeAll(messages.stream().map(ServedMessage::new).toList(), Integer.MAX_VALUE)
        .get(0);
  }

  /** Where a score was said. */
  List<Place> places() {
    return all("score/", ProvinceScore.class).stream()
        .map(score -> new Place(score.getYear(), score.getProvince()))
        .toList();
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
    } else if (message instanceof Ranking ranking) {
      rankings.put(key, Optional.of(ranking));
    }
  }
}
