package dev.paca.streams.store;

import dev.paca.internal.FiledRevision;
import dev.paca.internal.LedgerEntry;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import org.apache.avro.specific.SpecificRecord;

/** A report's kept revisions as they are stored and sent between tasks. */
public final class LedgerEntries {
  private LedgerEntries() {}

  public static LedgerEntry entry(Revisions revisions) {
    return new LedgerEntry(revisions.filed().stream().map(LedgerEntries::revision).toList());
  }

  public static Revisions revisions(LedgerEntry entry) {
    return new Revisions(entry.getRevisions().stream().map(LedgerEntries::filed).toList());
  }

  private static FiledRevision revision(Filed filed) {
    // Not by the builder, which copies: this is done for every report that is kept.
    return new FiledRevision(
        filed.report().body(),
        filed.revision(),
        filed.receivedAt(),
        filed.partition(),
        filed.offset());
  }

  private static Filed filed(FiledRevision revision) {
    return new Filed(
        Report.of((SpecificRecord) revision.getReport()),
        revision.getRevision(),
        revision.getReceivedAt(),
        revision.getPartition(),
        revision.getOffset());
  }
}
