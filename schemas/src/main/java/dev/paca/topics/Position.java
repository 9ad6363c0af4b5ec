package dev.paca.topics;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Where published reports stand: the highest offset of each partition. An answer covers a position
 * when, for every partition in it, it covers that offset and all before.
 *
 * <p>As text, the {@code Paca-Position} token: {@code paca.audits-2@123}, several joined by commas.
 */
public final class Position {
  /** The position of nothing, which every answer covers; its text is empty. */
  public static final Position NONE = new Position(new TreeMap<>(order()));

  private static final int MOST_PARTITIONS = 1_000;
  private static final Pattern PART =
      Pattern.compile("([A-Za-z0-9._-]{1,249})-([0-9]{1,9})@([0-9]{1,18})");

  private final SortedMap<TopicPartition, Long> offsets;

  private Position(SortedMap<TopicPartition, Long> offsets) {
    this.offsets = Collections.unmodifiableSortedMap(offsets);
  }

  public static Position of(String topic, int partition, long offset) {
    SortedMap<TopicPartition, Long> offsets = new TreeMap<>(order());
    offsets.put(new TopicPartition(topic, partition), offset);
    return new Position(offsets);
  }

  /**
   * Reads a token; spaces around commas do not count, an empty token is {@link #NONE}.
   *
   * @throws IllegalArgumentException for anything else; its message may be shown to whoever sent it
   */
  public static Position parse(String token) {
    Position position = NONE;
    if (token.isBlank()) {
      return position;
    }
    for (String part : token.split(",", MOST_PARTITIONS + 1)) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "a position is TOPIC-PARTITION@OFFSET, several joined by commas, such as"
                + " paca.audits-2@123");
      }
      position =
          position.plus(
              of(
                  matcher.group(1),
                  Integer.parseInt(matcher.group(2)),
                  Long.parseLong(matcher.group(3))));
    }
    return position;
  }

  /** The position of these offsets. */
  public static Position of(Map<TopicPartition, Long> offsets) {
    SortedMap<TopicPartition, Long> ordered = new TreeMap<>(order());
    ordered.putAll(offsets);
    return new Position(ordered);
  }

  /** Both: of a partition in both the higher offset. */
  public Position plus(Position other) {
    if (other.isEmpty()) {
      return this;
    }
    SortedMap<TopicPartition, Long> sum = new TreeMap<>(order());
    sum.putAll(offsets);
    other.offsets.forEach((partition, offset) -> sum.merge(partition, offset, Math::max));
    return new Position(sum);
  }

  /** The highest offset of each partition, ordered by topic and partition. */
  public SortedMap<TopicPartition, Long> offsets() {
    return offsets;
  }

  public boolean isEmpty() {
    return offsets.isEmpty();
  }

  /** The token. */
  public String format() {
    return offsets.entrySet().stream().map(Position::part).collect(Collectors.joining(","));
  }

  private static String part(Map.Entry<TopicPartition, Long> entry) {
    return entry.getKey().topic() + "-" + entry.getKey().partition() + "@" + entry.getValue();
  }

  private static Comparator<TopicPartition> order() {
    return Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position position && position.offsets.equals(offsets);
  }

  @Override
  public int hashCode() {
    return offsets.hashCode();
  }

  @Override
  public String toString() {
    return format();
  }
}
