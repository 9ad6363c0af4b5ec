package dev.paca.scoring.matter;

import dev.paca.reports.Prosecution;
import dev.paca.reports.ProsecutionStage;
import dev.paca.reports.Severity;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportWarnings.Warning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the agencies that report one matter say different things: the province, and between the
 * reports of one stage the accused, the damage and the severity. They reject nothing.
 */
public final class MatterDisagreements {
  private MatterDisagreements() {}

  /**
   * @param filed of each report the revision to compare; provinces that became one are the same
   */
  public static List<Warning> of(Collection<Filed> filed, Provinces provinces) {
    List<Report> reports =
        filed.stream().map(Filed::report).filter(report -> !report.retracted()).toList();
    List<Warning> found = new ArrayList<>();
    Optional<LocalDate> last =
        reports.stream().map(Report::occurredOn).max(Comparator.naturalOrder());
    compare(
        found,
        "province",
        "tỉnh",
        reports,
        report ->
            provinces
                .resolve(report.province(), report.occurredOn())
                .flatMap(reported -> provinces.asOf(reported, last.orElseThrow()))
                .map(Province::code)
                .orElse(report.province()));
    for (ProsecutionStage stage : ProsecutionStage.values()) {
      List<Prosecution> at =
          reports.stream()
              .map(Report::body)
              .filter(Prosecution.class::isInstance)
              .map(Prosecution.class::cast)
              .filter(prosecution -> prosecution.getStage() == stage)
              .toList();
      String of = stage.name() + " ";
      compare(found, of + "severity", of + "mức độ", at, MatterDisagreements::severity);
      compare(found, of + "accused", of + "số bị can, bị cáo", at, Prosecution::getAccused);
      compare(found, of + "damageVnd", of + "thiệt hại", at, Prosecution::getDamageVnd);
    }
    return List.copyOf(found);
  }

  /** Unspecified is not stated: it contradicts nobody. */
  private static Severity severity(Prosecution prosecution) {
    return prosecution.getSeverity() == Severity.UNSPECIFIED ? null : prosecution.getSeverity();
  }

  private static <T> void compare(
      List<Warning> found, String en, String vi, List<T> reports, Function<T, Object> says) {
    List<String> values =
        reports.stream()
            .map(says)
            .filter(value -> value != null)
            .distinct()
            .sorted()
            .map(Object::toString)
            .toList();
    if (values.size() > 1) {
      String all = String.join(" / ", values);
      found.add(
          new Warning(
              "AGENCIES_DISAGREE",
              "các cơ quan báo cáo khác nhau về " + vi + ": " + all,
              "agencies differ on " + en + ": " + all));
    }
  }
}
