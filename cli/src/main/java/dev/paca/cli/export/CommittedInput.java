package dev.paca.cli.export;

import dev.paca.topics.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The committed input, from wherever it is kept; each partition in its order. */
public interface CommittedInput {

  /** Report topics and the rubrics' topic, in the contract's order. */
  static List<String> topics() {
    List<String> all = new ArrayList<>(Topics.reports());
    all.add(Topics.RUBRICS);
    return List.copyOf(all);
  }

  /** How many partitions the topic has, which decides where a key belongs. */
  int partitions(String topic) throws IOException;

  /** Gives every record of one topic, and says how far that goes. */
  InputTopic read(String topic, Consumer<Entry> each) throws IOException;

  /** Whether reading again may give more. */
  boolean grows();
}
