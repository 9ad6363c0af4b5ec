package dev.paca.cli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.streams.recount.Entry;
import dev.paca.streams.recount.Recount;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Brokers give partitions in any order; the certificate does not show in which. */
class PartitionOrderTest {
  private static final WrittenLog LOG = log();
  private static final Certificate CERTIFICATE =
      CertifiedRecount.of(LOG, Recount.Options.NOW).certificate();

  @Property(tries = 100)
  void theCertificateIsTheSameHoweverPartitionsAreInterleaved(@ForAll long seed) {
    WrittenLog interleaved = new WrittenLog(interleaved(new Random(seed)), LOG.partitions());

    assertThat(CertifiedRecount.of(interleaved, Recount.Options.NOW).certificate())
        .isEqualTo(CERTIFICATE);
  }

  private static WrittenLog log() {
    WrittenLog log = new WrittenLog(List.of(), 4).rubric(1);
    for (int i = 0; i < 30; i++) {
      log = i % 3 == 0 ? log.denunciation("D-" + i, i) : log.conflict("X-" + i, i % 4);
    }
    return log;
  }

  /** Each partition in its own order, any of them next. */
  private static List<Entry> interleaved(Random random) {
    Map<String, Deque<Entry>> partitions = new TreeMap<>();
    LOG.entries()
        .forEach(
            e -> partitions.computeIfAbsent(e.topicPartition(), p -> new ArrayDeque<>()).add(e));
    List<Deque<Entry>> left = new ArrayList<>(partitions.values());
    List<Entry> entries = new ArrayList<>();
    while (!left.isEmpty()) {
      Deque<Entry> next = left.get(random.nextInt(left.size()));
      entries.add(next.remove());
      left.removeIf(Deque::isEmpty);
    }
    return entries;
  }
}
