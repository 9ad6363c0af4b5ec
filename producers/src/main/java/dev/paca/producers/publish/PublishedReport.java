package dev.paca.producers.publish;

import dev.paca.scoring.report.Report;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Everything that was published under one key. */
final class PublishedReport {
  private record Stated(long revision, Fingerprint content) {}

  private final Set<Stated> stated = new HashSet<>();
  private Fingerprint latest;
  private long latestRevision;
  private long latestUnstatedAt;

  /**
   * @param publishedAt broker time in milliseconds, the revision of a report that states none
   */
  void add(SpecificRecord record, long publishedAt) {
    Report report = Report.of(record);
    Fingerprint content = Fingerprint.of(record);
    report.revision().ifPresent(revision -> stated.add(new Stated(revision, content)));
    if (report.revision().isEmpty()) {
      latestUnstatedAt = Math.max(latestUnstatedAt, publishedAt);
    }
    long counts = report.revision().orElse(publishedAt);
    if (latest == null || counts > latestRevision || isLaterOfUnstated(report, counts)) {
      latest = content;
      latestRevision = counts;
    }
  }

  /** Adds one that comes after all the others, whatever this machine's clock says. */
  void addNow(SpecificRecord record, long now) {
    add(record, Math.max(now, latestUnstatedAt));
  }

  /** Of two that state no revision and came in one millisecond the later counts. */
  private boolean isLaterOfUnstated(Report report, long counts) {
    return report.revision().isEmpty() && counts == latestRevision;
  }

  boolean isLatest(Fingerprint content) {
    return content.equals(latest);
  }

  boolean has(long revision, Fingerprint content) {
    return stated.contains(new Stated(revision, content));
  }
}
