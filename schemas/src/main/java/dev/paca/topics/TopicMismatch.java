package dev.paca.topics;

/**
 * One way in which a cluster's topic is not as Paca needs it.
 *
 * @param topic the topic
 * @param what what is compared: {@code topic}, {@code partitions}, {@code replication.factor} or
 *     the name of a topic setting
 * @param expected what it must be
 * @param found what it is; {@code missing} for a topic that is not there
 */
public record TopicMismatch(String topic, String what, String expected, String found) {

  /** One sentence for an operator. */
  public String describe() {
    return switch (what) {
      case "topic" -> topic + " is missing";
      case "partitions" ->
          topic + " has " + found + " partitions and must have exactly " + expected;
      case "replication.factor" ->
          topic + " has " + found + " replicas and must have at least " + expected;
      default -> topic + " has " + what + "=" + found + " and must have " + what + "=" + expected;
    };
  }
}
