package dev.paca.streams.feed;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code paca.score-changes} as it grows: what is committed, in order, each change once. */
public interface ScoreChangeFeed extends AutoCloseable {

  /**
   * How far the feed is.
   *
   * @param hydrated everything that was there at the start has been read; stays true
   * @param behind offsets between what was read and the end of what is committed; empty before the
   *     first answer of the broker
   * @param trouble what keeps the feed from reading at the moment, for the people who run it
   */
  record State(boolean hydrated, OptionalLong behind, Optional<String> trouble) {}

  /**
   * Starts reading from the beginning, in a thread of its own, and returns at once: an absent
   * broker, registry or topic shows in {@link #state()}, and reading starts when it is there.
   *
   * @param settings with {@link ClientSettings#all()} declared
   */
  static ScoreChangeFeed start(Settings settings) {
    return ScoreChangeReader.start(
        ClientSettings.kafka(settings), ClientSettings.valueDeserializer(settings));
  }

  /** What was read so far. */
  ScoreChanges changes();

  State state();

  /** Stops reading; what was read stays readable. */
  @Override
  void close();
}
