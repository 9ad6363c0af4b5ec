package dev.paca.benchmarks.peer;

import dev.paca.internal.LedgerEntry;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.LedgerEntries;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** What is kept of a report, in the bytes of Paca's own ledger. Safe for several threads. */
final class RevisionsSerde implements Serde<Revisions> {
  // All tasks share one serde, and a codec is for one thread.
  private final ThreadLocal<AvroCodec<LedgerEntry>> codec =
      ThreadLocal.withInitial(() -> new AvroCodec<>(LedgerEntry.class));

  @Override
  public Serializer<Revisions> serializer() {
    return (topic, revisions) ->
        revisions == null ? null : codec.get().encode(LedgerEntries.entry(revisions));
  }

  @Override
  public Deserializer<Revisions> deserializer() {
    return (topic, bytes) ->
        bytes == null ? null : LedgerEntries.revisions(codec.get().decode(bytes));
  }
}
