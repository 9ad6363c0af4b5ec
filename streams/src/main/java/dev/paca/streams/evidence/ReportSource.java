package dev.paca.streams.evidence;

import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import dev.paca.streams.query.BehindView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The stores of reports and matters, all partitions, opened for one question. Throws {@link
 * dev.paca.streams.query.QueryRefused} UNAVAILABLE while a partition cannot be read anywhere.
 */
public interface ReportSource {
  /** What is kept of every report, as stored: it may be ahead of what is committed. */
  void scan(Consumer<Revisions> each);

  /** The same, of these types only. */
  default void scan(Set<ReportType> types, Consumer<Revisions> each) {
    scan(
        report -> {
          if (types.contains(report.key().type())) {
            each.accept(report);
          }
        });
  }

  /**
   * The same, of these types and about these provinces: at least the reports of which a kept
   * revision names one of them, and as many others as is convenient.
   *
   * @param provinces GSO codes as reported
   */
  default void scan(Set<ReportType> types, Set<String> provinces, Consumer<Revisions> each) {
    scan(types, each);
  }

  /** What is kept of one report. */
  Optional<Revisions> report(ReportKey key);

  /** The reports on one matter; empty when there is none. */
  List<Revisions> matter(String matterId);

  /** What of all that was read so far was not from its owner; empty where everything was. */
  default Optional<BehindView> behind() {
    return Optional.empty();
  }

  /** Whether the question leaves time to read once more. */
  default boolean timeToReadAgain() {
    return true;
  }
}
