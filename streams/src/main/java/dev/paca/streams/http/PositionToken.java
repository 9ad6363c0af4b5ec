package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.TruthView;
import dev.paca.topics.Position;
import dev.paca.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The {@code Paca-Position} header of queries and answers, a {@link Position} in input topics. */
final class PositionToken {
  static final String HEADER = "Paca-Position";

  private PositionToken() {}

  /**
   * Reads a header; blank is the position of nothing, which every answer covers.
   *
   * @throws QueryRefused BAD_REQUEST for anything else
   */
  static Position parse(String text) {
    Position position;
    try {
      position = Position.parse(text);
    } catch (IllegalArgumentException e) {
      throw refused(e.getMessage());
    }
    for (TopicPartition partition : position.offsets().keySet()) {
      if (!isInput(partition.topic())) {
        throw refused(
            "%s is no input topic; there are %s; write them such as paca.audits-2@123"
                .formatted(partition.topic(), String.join(", ", Topics.reports())));
      }
    }
    return position;
  }

  /** What an answer covers: {@link TruthView} counts the next offset, a position the last one. */
  static Position of(TruthView truth) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
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
    return Position.of(offsets);
  }

  private static boolean isInput(String topic) {
    return Topics.reports().contains(topic) || topic.equals(Topics.RUBRICS);
  }

  private static QueryRefused refused(String what) {
    return new QueryRefused(ProblemCode.BAD_REQUEST, HEADER + ": " + what);
  }
}
