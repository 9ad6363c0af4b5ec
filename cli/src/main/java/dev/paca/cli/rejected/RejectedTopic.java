package dev.paca.cli.rejected;

import dev.paca.cli.console.CommandFailed;
import dev.paca.rejections.Rejected;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.TopicReader;
import dev.paca.streams.recount.Values;
import dev.paca.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code paca.rejected} as it is committed now. */
record RejectedTopic(Settings settings) {

  /**
   * Gives each in the order in which they were turned away.
   *
   * @return how many records of the topic are none, because somebody else writes there
   */
  int each(Consumer<Rejected> each) {
    int[] others = {0};
    try (TopicReader reader = TopicReader.open(Topics.REJECTED, ClientSettings.kafka(settings));
        Values values = Values.open(settings)) {
      reader.readTo(
          reader.committedEnds(),
          found -> {
            if (values.read(found) instanceof Values.Read.Value value
                && value.value() instanceof Rejected rejected) {
              each.accept(rejected);
            } else {
              others[0]++;
            }
          });
    }
    return others[0];
  }

  /** The record with this id. */
  Rejected find(RejectedId id) {
    List<Rejected> found = new ArrayList<>();
    each(
        rejected -> {
          if (RejectedId.of(rejected).equals(id)) {
            found.add(rejected);
          }
        });
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailed(
                    "no rejected record has the id " + id + "; see: paca rejected list"));
  }
}
