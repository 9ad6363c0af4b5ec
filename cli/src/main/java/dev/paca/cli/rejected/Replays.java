package dev.paca.cli.rejected;

import dev.paca.cli.console.CommandFailed;
import dev.paca.rejections.Replay;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.InputUnavailable;
import dev.paca.streams.recount.TopicReader;
import dev.paca.streams.recount.Values;
import dev.paca.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** {@code paca.replays}: which rejected records were replayed. */
record Replays(Settings settings) {
  private static final TopicPartition PARTITION = new TopicPartition(Topics.REPLAYS, 0);
  private static final long PATIENCE_S = 20;

  /** Everything committed, by the rejected record's id; what is under way may be left out. */
  Map<String, Replayed> committed() {
    return to(TopicReader::committedEnds);
  }

  /**
   * Fails where this record was replayed. Waits for every transaction that is open when it is
   * asked, also those of other records: a committed record behind an open transaction is not to be
   * read yet, and would be overlooked.
   */
  void refuseAgain(RejectedId id) {
    Map<Integer, Long> ends = Map.of(PARTITION.partition(), writtenEnd());
    Optional<Replayed> first;
    try {
      first = Optional.ofNullable(to(reader -> ends).get(id.toString()));
    } catch (InputUnavailable e) {
      throw new CommandFailed(
          "other replays are still open or "
              + Topics.REPLAYS
              + " cannot be read, so nothing was published; try again in half a minute",
          e);
    }
    if (first.isPresent()) {
      throw new AlreadyReplayed(first.get());
    }
  }

  private Map<String, Replayed> to(
      java.util.function.Function<TopicReader, Map<Integer, Long>> ends) {
    Map<String, Replayed> found = new HashMap<>();
    try (TopicReader reader = TopicReader.open(Topics.REPLAYS, ClientSettings.kafka(settings));
        Values values = Values.open(settings)) {
      reader.readTo(
          ends.apply(reader),
          each -> {
            if (values.read(each) instanceof Values.Read.Value value
                && value.value() instanceof Replay replay) {
              Replayed replayed = new Replayed(replay, Instant.ofEpochMilli(each.timestamp()));
              found.putIfAbsent(replay.getRejected(), replayed);
            }
          });
    }
    return found;
  }

  /** Behind everything written, committed or not. */
  private long writtenEnd() {
    try (Admin admin = Admin.create(ClientSettings.kafka(settings))) {
      return admin
          .listOffsets(
              Map.of(PARTITION, OffsetSpec.latest()),
              new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .partitionResult(PARTITION)
          .get(PATIENCE_S, TimeUnit.SECONDS)
          .offset();
    } catch (ExecutionException | TimeoutException e) {
      throw new CommandFailed(
          Topics.REPLAYS + " cannot be read; try: paca topics check, then again", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("interrupted; nothing was published", e);
    }
  }
}
