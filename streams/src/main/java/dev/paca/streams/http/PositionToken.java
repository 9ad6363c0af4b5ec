package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.TruthView;
import dev.paca.topics.Topics;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * The {@code Paca-Position} header: the highest offset of each input partition, as text {@code
 * paca.audits-2@123}, several joined by commas. An answer covers it when, for every partition in
 * it, it covers that offset and all before.
 *
 * @param offsets ordered by topic and partition
 */
record PositionToken(SortedMap<TopicPartition, Long> offsets) {
  static final String HEADER = "Paca-Position";

  private static final int MOST_PARTITIONS = 1_000;
  private static final Pattern PART =
      Pattern.compile("([A-Za-z0-9._-]{1,249})-([0-9]{1,9})@([0-9]{1,18})");

  /**
   * Reads a header; blank is the position of nothing, which every answer covers.
   *
   * @throws QueryRefused BAD_REQUEST for anything else
   */
  static PositionToken parse(String text) {
    SortedMap<TopicPartition, Long> offsets = empty();
    if (text.isBlank()) {
      return new PositionToken(offsets);
    }
    for (String part : text.split(",", MOST_PARTITIONS + 1)) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        throw refused("must be TOPIC-PARTITION@OFFSET, several joined by commas");
      }
      if (!isInput(matcher.group(1))) {
        throw refused(
            "%s is no input topic; there are %s"
                .formatted(matcher.group(1), String.join(", ", Topics.reports())));
      }
      offsets.merge(
          new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2))),
          Long.parseLong(matcher.group(3)),
          Math::max);
    }
    return new PositionToken(offsets);
  }

  /** What an answer covers: {@link TruthView} counts the next offset, a position the last one. */
  static PositionToken of(TruthView truth) {
    SortedMap<TopicPartition, Long> offsets = empty();
    truth
        .covers()
        .forEach(
            (partition, next) -> {
              int dash = partition.lastIndexOf('-');
              if (next > 0 && dash > 0) {
                offsets.put(
                    new TopicPartition(
                        partition.substring(0, dash),
                        Integer.parseInt(partition.substring(dash + 1))),
                    next - 1);
              }
            });
    return new PositionToken(offsets);
  }

  static String format(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .map(entry -> entry.getKey() + "@" + entry.getValue())
        .collect(Collectors.joining(","));
  }

  boolean isEmpty() {
    return offsets.isEmpty();
  }

  /** The token. */
  String format() {
    return format(offsets);
  }

  private static boolean isInput(String topic) {
    return Topics.reports().contains(topic) || topic.equals(Topics.RUBRICS);
  }

  private static SortedMap<TopicPartition, Long> empty() {
    return new TreeMap<>(
        Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
  }

  private static QueryRefused refused(String what) {
    return new QueryRefused(
        ProblemCode.BAD_REQUEST, HEADER + ": " + what + ", such as paca.audits-2@123");
  }
}
