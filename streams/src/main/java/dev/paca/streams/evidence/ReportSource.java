package dev.paca.streams.evidence;

import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The stores of reports and matters, all partitions. Throws {@link
 * dev.paca.streams.query.QueryRefused} UNAVAILABLE while a partition cannot be read here.
 */
public interface ReportSource {
  /** What is kept of every report, as stored: it may be ahead of what is committed. */
  void scan(Consumer<Revisions> each);

  /** What is kept of one report. */
  Optional<Revisions> report(ReportKey key);

  /** The reports on one matter; empty when there is none. */
  List<Revisions> matter(String matterId);
}
