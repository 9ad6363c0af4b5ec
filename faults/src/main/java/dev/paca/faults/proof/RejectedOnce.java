package dev.paca.faults.proof;

import dev.paca.rejections.Rejected;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.TopicReader;
import dev.paca.streams.recount.Values;
import dev.paca.topics.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must be rejected is, once, with its code; and nothing else is. */
final class RejectedOnce {
  private final Map<String, List<String>> codes = new TreeMap<>();

  private RejectedOnce() {}

  static RejectedOnce read(Settings settings) {
    RejectedOnce all = new RejectedOnce();
    try (TopicReader reader = TopicReader.open(Topics.REJECTED, ClientSettings.kafka(settings));
        Values values = Values.open(settings)) {
      reader.readTo(
          reader.committedEnds(),
          found -> {
            if (values.read(found) instanceof Values.Read.Value read
                && read.value() instanceof Rejected rejected) {
              all.add(rejected);
            }
          });
    }
    return all;
  }

  private void add(Rejected rejected) {
    String id = rejected.getTopic() + "/" + rejected.getPartition() + "/" + rejected.getOffset();
    codes.computeIfAbsent(id, none -> new ArrayList<>()).add(rejected.getCode());
  }

  List<String> differences(Map<String, String> expected) {
    List<String> differences = new ArrayList<>();
    Map<String, List<String>> left = new HashMap<>(codes);
    expected.forEach(
        (id, code) -> {
          List<String> found = left.remove(id);
          if (!List.of(code).equals(found)) {
            differences.add(
                "%s must be rejected once as %s; it was rejected as %s"
                    .formatted(id, code, found == null ? "nothing" : found));
          }
        });
    left.forEach((id, found) -> differences.add(id + " must not be rejected; it was, as " + found));
    return differences;
  }
}
