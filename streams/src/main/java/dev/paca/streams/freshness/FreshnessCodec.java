package dev.paca.streams.freshness;

import dev.paca.internal.ReporterFreshness;
import dev.paca.scoring.freshness.Freshness;
import dev.paca.scoring.freshness.Reporter;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.ReportType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reporters as they travel and are kept. */
public final class FreshnessCodec {
  /**
   * How many agencies of one province are named, those with the most reports. An agency's code may
   * be anything, and a message must fit: at 128 characters and seven types this is 300 KB.
   */
  public static final int NAMED = 1_000;

  private static final Comparator<ReporterFreshness> MOST_REPORTS =
      Comparator.comparingLong(FreshnessCodec::count).reversed();
  private static final Comparator<ReporterFreshness> IN_ORDER =
      Comparator.comparing(ReporterFreshness::getKind).thenComparing(ReporterFreshness::getAgency);

  private FreshnessCodec() {}

  /**
   * @param unnamed how many agencies are left out
   */
  public record Listed(List<ReporterFreshness> reporters, long unnamed) {}

  /** The same reporters give the same list, in the same order. */
  public static Listed list(Map<Reporter, Freshness> reporters) {
    List<ReporterFreshness> all = new ArrayList<>(reporters.size());
    reporters.forEach((by, freshness) -> all.add(encoded(by, freshness)));
    if (all.size() > NAMED) {
      all.sort(MOST_REPORTS.thenComparing(IN_ORDER));
    }
    List<ReporterFreshness> named = new ArrayList<>(all.subList(0, Math.min(NAMED, all.size())));
    named.sort(IN_ORDER);
    return new Listed(named, all.size() - named.size());
  }

  private static ReporterFreshness encoded(Reporter by, Freshness freshness) {
    Map<String, Long> counts = new TreeMap<>();
    freshness.reports().forEach((type, count) -> counts.put(type.word(), count));
    return ReporterFreshness.newBuilder()
        .setKind(by.kind())
        .setAgency(by.agency())
        .setOccurredOn(freshness.occurredOn())
        .setReceivedAt(freshness.receivedAt())
        .setReports(counts)
        .build();
  }

  private static long count(ReporterFreshness each) {
    long count = 0;
    for (long reports : each.getReports().values()) {
      count += reports;
    }
    return count;
  }

  public static Reporter reporter(Province province, ReporterFreshness each) {
    return new Reporter(province, each.getKind(), each.getAgency());
  }

  public static Freshness freshness(ReporterFreshness each) {
    Map<ReportType, Long> counts = new EnumMap<>(ReportType.class);
    each.getReports()
        .forEach(
            (word, count) -> ReportType.ofWord(word).ifPresent(type -> counts.put(type, count)));
    return new Freshness(each.getOccurredOn(), each.getReceivedAt(), counts);
  }

  /** The first day of a province's meaning as it is written; null where it always had it. */
  public static LocalDate since(Province province) {
    return province.validFrom().equals(LocalDate.MIN) ? null : province.validFrom();
  }

  /** The province that a code means since a day; empty for a table that does not have it. */
  public static Optional<Province> province(Provinces provinces, String code, LocalDate since) {
    LocalDate from = since == null ? LocalDate.MIN : since;
    return provinces.ofCode(code).stream().filter(p -> p.validFrom().equals(from)).findFirst();
  }

  /** {@code CODE} or {@code CODE/DAY}. */
  public static String key(String code, LocalDate since) {
    return since == null ? code : code + "/" + since;
  }
}
