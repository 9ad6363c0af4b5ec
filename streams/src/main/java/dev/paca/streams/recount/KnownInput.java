package dev.paca.streams.recount;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was known at a time: each partition up to its first record with a later timestamp. A
 * beginning of the log, so that it is the same wherever the input is kept, even if a broker's clock
 * went back once.
 */
record KnownInput(CommittedInput input, Optional<Instant> at) {

  void read(String topic, Consumer<Entry> each) {
    if (at.isEmpty()) {
      input.read(topic, each);
      return;
    }
    Set<Integer> ended = new HashSet<>();
    input.read(
        topic,
        at.get(),
        entry -> {
          if (Instant.ofEpochMilli(entry.timestamp()).isAfter(at.get())) {
            ended.add(entry.partition());
          }
          if (!ended.contains(entry.partition())) {
            each.accept(entry);
          }
        });
  }
}
