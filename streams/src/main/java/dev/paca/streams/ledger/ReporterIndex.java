package dev.paca.streams.ledger;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Which agencies ever made which types of reports about a province, in one ledger partition, so
 * that a question about one province reads those agencies' reports instead of all.
 *
 * <p>It only grows: too many agencies cost time, one too few would cost a report. So a report that
 * was corrected into another province is found by either, and codes stand as they were reported,
 * whatever province they meant that day. Memory grows with the number of agencies, not of reports.
 * One thread adds, any number may read.
 */
final class ReporterIndex {
  private static final Comparator<Reporter> BY_KEY =
      Comparator.comparing(Reporter::type).thenComparing(Reporter::agency);

  private final Map<String, Set<Reporter>> byProvince = new ConcurrentHashMap<>();

  private record Reporter(ReportType type, String agency) {
    /** Written out, for it is asked at every report: a record's own is slow until compiled. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Reporter by && type == by.type && agency.equals(by.agency);
    }

    @Override
    public int hashCode() {
      return 31 * type.ordinal() + agency.hashCode();
    }
  }

  /** To be called before the report is stored: who looks here first and reads then misses none. */
  void add(Revisions report) {
    ReportKey key = report.key();
    Reporter by = new Reporter(key.type(), key.agency());
    for (Filed filed : report.filed()) {
      add(filed.report().province(), by);
    }
  }

  /** Nearly always known already, which is found out without a lock. */
  private void add(String province, Reporter by) {
    Set<Reporter> known = byProvince.get(province);
    if (known == null) {
      known = byProvince.computeIfAbsent(province, code -> ConcurrentHashMap.newKeySet());
    }
    if (!known.contains(by)) {
      known.add(by);
    }
  }

  /**
   * The stored values of every report of these types of which a kept revision is about one of these
   * provinces, and others by the same agencies.
   *
   * @param provinces GSO codes as reported
   */
  void values(
      ReadOnlyKeyValueStore<byte[], byte[]> store,
      Set<ReportType> types,
      Set<String> provinces,
      Consumer<byte[]> each) {
    Set<Reporter> asked = new TreeSet<>(BY_KEY);
    for (String province : provinces) {
      for (Reporter by : byProvince.getOrDefault(province, Set.of())) {
        if (types.contains(by.type())) {
          asked.add(by);
        }
      }
    }
    asked.forEach(by -> LedgerStore.values(store, by.type(), by.agency(), each));
  }
}
