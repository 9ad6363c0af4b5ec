package dev.paca.streams.ledger;

import dev.paca.internal.Coverage;
import dev.paca.internal.TallySource;
import java.util.Map;
import java.util.TreeMap;

/** How far one ledger partition has read its topics, since the task started. */
final class InputCoverage {
  private final int partition;
  private final Map<String, Long> nextOffsets = new TreeMap<>();
  private long asOf;
  private boolean advanced;

  InputCoverage(int partition) {
    this.partition = partition;
  }

  void read(String topic, long offset, long timestamp) {
    nextOffsets.put(topic, offset + 1);
    asOf = Math.max(asOf, timestamp);
    advanced = true;
  }

  /** Whether there is something to tell; asking clears it. */
  boolean takeAdvanced() {
    boolean result = advanced;
    advanced = false;
    return result;
  }

  Coverage coverage() {
    return Coverage.newBuilder()
        .setSource(TallySource.LEDGER)
        .setPartition(partition)
        .setLedgerPartition(partition)
        .setNextOffsets(new TreeMap<>(nextOffsets))
        .setAsOf(asOf)
        .build();
  }
}
