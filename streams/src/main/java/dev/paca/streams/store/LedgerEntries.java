package dev.paca.streams.store;

import dev.paca.internal.LedgerEntry;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import org.apache.avro.specific.SpecificRecord;

/** A filed report as it is stored and sent between tasks. */
public final class LedgerEntries {
  private LedgerEntries() {}

  public static LedgerEntry entry(Filed filed) {
    return LedgerEntry.newBuilder()
        .setReport(filed.report().body())
        .setRevision(filed.revision())
        .setReceivedAt(filed.receivedAt())
        .setPartition(filed.partition())
        .setOffset(filed.offset())
        .build();
  }

  public static Filed filed(LedgerEntry entry) {
    return new Filed(
        Report.of((SpecificRecord) entry.getReport()),
        entry.getRevision(),
        entry.getReceivedAt(),
        entry.getPartition(),
        entry.getOffset());
  }
}
