package dev.paca.streams.recount;

import dev.paca.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The committed input, from wherever it is kept; each partition in its order. What cannot be
 * reached or read is an {@link InputUnavailable}.
 */
public interface CommittedInput {

  /** Report topics and the rubrics' topic, in the contract's order. */
  static List<String> topics() {
    List<String> all = new ArrayList<>(Topics.reports());
    all.add(Topics.RUBRICS);
    return List.copyOf(all);
  }

  /** How many partitions the topic has, which decides where a key belongs. */
  int partitions(String topic);

  /** Gives every record of one topic, and says how far that goes. */
  InputTopic read(String topic, Consumer<Entry> each);

  /**
   * As {@link #read(String, Consumer)}, but what lies in a partition behind its first record later
   * than {@code at} may be left out: whoever asks so does not want it.
   */
  default InputTopic read(String topic, Instant at, Consumer<Entry> each) {
    return read(topic, each);
  }

  /** Whether reading again may give more. */
  boolean grows();
}
