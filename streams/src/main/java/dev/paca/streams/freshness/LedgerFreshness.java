package dev.paca.streams.freshness;

import dev.paca.internal.FreshnessCoverage;
import dev.paca.internal.PartialFreshness;
import dev.paca.internal.PartialsMessage;
import dev.paca.scoring.freshness.Reporters;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.store.AvroCodec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Who reports in one ledger partition, kept in memory and rebuilt from the ledger when the task
 * starts; then every province is told, those without a report too, for somebody may have been there
 * when the task before this one spoke last.
 */
public final class LedgerFreshness {
  /**
   * Under load nearly every province changes between two flushes of tallies; two seconds are
   * nothing to somebody who waits for an agency, and bounds the traffic whatever the event rate.
   */
  static final Duration GATHERED = Duration.ofSeconds(2);

  /**
   * What is told lies spread over so many rounds' time: all partitions at once were a burst of some
   * hundred messages for the scoring task, which every report behind it waited for.
   */
  private static final Duration SPREAD = Duration.ofSeconds(1);

  private final int partition;
  private final Reporters reporters;
  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final Set<Province> touched = new LinkedHashSet<>();
  private final Deque<byte[]> gathered = new ArrayDeque<>();
  private int sizeGathered;
  private boolean advanced = true;
  private long gatheredAt;

  public LedgerFreshness(int partition, Provinces provinces) {
    this.partition = partition;
    this.reporters = new Reporters(provinces);
    touched.addAll(provinces.all());
  }

  /** A report that was in the ledger when the task started. */
  public void add(Revisions report) {
    reporters.add(report);
  }

  public void replace(Optional<Revisions> before, Revisions now) {
    reporters.replace(before, now, touched::add);
  }

  /** The partition has read on. */
  public void advance() {
    advanced = true;
  }

  /**
   * Sends of what changed what is due, as encoded {@link PartialsMessage}s: behind the last of it
   * how far it covers the input.
   *
   * @param now ms
   * @param nextOffsets topic → how far the partition has read
   */
  public void flush(
      long now, Map<String, Long> nextOffsets, Reporters.Reports all, Consumer<byte[]> send) {
    // Also when the clock was set back.
    long since = Math.abs(now - gatheredAt);
    if (gathered.isEmpty() && since >= GATHERED.toMillis() && (advanced || !touched.isEmpty())) {
      gather(nextOffsets, all);
      gatheredAt = now;
      since = 0;
    }
    long rest = sizeGathered - sizeGathered * since / SPREAD.toMillis();
    while (!gathered.isEmpty() && gathered.size() >= Math.max(1, rest)) {
      send.accept(gathered.remove());
    }
  }

  private void gather(Map<String, Long> nextOffsets, Reporters.Reports all) {
    reporters.recall(all);
    touched.forEach(province -> gathered.add(codec.encode(new PartialsMessage(of(province)))));
    gathered.add(
        codec.encode(
            new PartialsMessage(new FreshnessCoverage(partition, new TreeMap<>(nextOffsets)))));
    sizeGathered = gathered.size();
    touched.clear();
    advanced = false;
  }

  private PartialFreshness of(Province province) {
    FreshnessCodec.Listed listed = FreshnessCodec.list(reporters.of(province));
    return PartialFreshness.newBuilder()
        .setPartition(partition)
        .setProvince(province.code())
        .setSince(FreshnessCodec.since(province))
        .setReporters(listed.reporters())
        .setUnnamed(listed.unnamed())
        .build();
  }
}
