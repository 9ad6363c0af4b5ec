package dev.paca.producers.sample;

import static dev.paca.scoring.report.ReportType.PROSECUTIONS;

import dev.paca.reports.ProsecutionStage;
import dev.paca.reports.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Police, procuracy and court. A case with a number is reported one by one at each stage it
 * reached; the forms count the rest.
 */
final class ProsecutionReports {
  private final Scene scene;
  private final List<Filing> filings = new ArrayList<>();

  private ProsecutionReports(Scene scene) {
    this.scene = scene;
  }

  static List<Filing> of(Scene scene, List<Matter> matters) {
    ProsecutionReports reports = new ProsecutionReports(scene);
    int cases = Math.max(0, Cases.investigations(scene) - matters.size());
    reports.investigations(cases);
    reports.indictments(cases);
    reports.trials(cases);
    matters.forEach(reports::single);
    return reports.filings;
  }

  private void investigations(int newCases) {
    Dice dice = scene.dice("investigations");
    int old = dice.between(0, 6);
    int concluded = (old + newCases) * dice.between(40, 75) / 100;
    int suspended = concluded < old + newCases && dice.chance(0.3) ? 1 : 0;
    Office police = Office.police(scene.province());
    Filing half =
        form(police, "CA-BC", ProsecutionStage.INVESTIGATION, Severity.UNSPECIFIED, 6)
            .count("cases", old + newCases / 2)
            .count("accused", (old + newCases / 2) * 2L)
            .count("carriedOverCases", old)
            .count("newCases", newCases / 2);
    Filing year =
        form(police, "CA-BC", ProsecutionStage.INVESTIGATION, Severity.UNSPECIFIED, 12)
            .with("revision", 2L)
            .count("accused", (old + newCases) * 2L)
            .count("damageVnd", dice.vnd(300, 40_000) * scene.size());
    stage(year, old, newCases, concluded, suspended, dice.chance(0.04));
    filings.add(half);
    filings.add(year);
  }

  private void indictments(int newCases) {
    Dice dice = scene.dice("indictments");
    int old = dice.between(0, 3);
    int fresh = newCases * dice.between(50, 80) / 100;
    Filing year =
        form(
                Office.procuracy(scene.province()),
                "VKS-BC",
                ProsecutionStage.INDICTMENT,
                Severity.UNSPECIFIED,
                12)
            .count("accused", (old + fresh) * 2L);
    stage(year, old, fresh, (old + fresh) * 4 / 5, 0, false);
    filings.add(year);
  }

  /** The court states each class apart, down from the worst. */
  private void trials(int newCases) {
    Dice dice = scene.dice("trials");
    double concluding = Math.min(1, 0.45 + 0.65 * scene.quality("C.2.3"));
    List<Severity> classes = Cases.upToWorst(scene);
    Severity worst = Cases.worst(scene);
    for (Severity tried : classes.subList(Math.max(0, classes.size() - 3), classes.size())) {
      int old = dice.between(0, 2);
      int fresh = Math.max(tried == worst ? 1 : 0, newCases * dice.between(15, 40) / 100);
      Filing year =
          form(
                  Office.court(scene.province()),
                  "TA-BC-" + tried.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  ProsecutionStage.TRIAL,
                  tried,
                  12)
              .count("accused", (old + fresh) * 2L);
      stage(year, old, fresh, (int) Math.round((old + fresh) * concluding), 0, false);
      filings.add(year);
    }
  }

  private Filing form(
      Office office, String kind, ProsecutionStage stage, Severity severity, int months) {
    return Filing.of(
            PROSECUTIONS, office, scene.reportId(kind), scene.province(), scene.reportingTo(months))
        .from(scene.reportingFrom())
        .with("stage", stage)
        .with("severity", severity);
  }

  /**
   * @param misprinted one case too many in the total: kept, and shown with a warning
   */
  private static void stage(
      Filing filing, int old, int fresh, int concluded, int suspended, boolean misprinted) {
    filing
        .count("cases", old + fresh + (misprinted ? 1 : 0))
        .count("carriedOverCases", old)
        .count("newCases", fresh)
        .count("concludedCases", concluded)
        .count("suspendedCases", suspended)
        .count("openCases", old + fresh - concluded - suspended);
  }

  private void single(Matter matter) {
    LocalDate investigated =
        matter.broughtUpBy() == Matter.Origin.POLICE
            ? matter.detectedOn()
            : later(matter.detectedOn(), 1);
    filings.add(
        atStage(matter, Office.police(scene.province()), "KT-", investigated)
            .with("stage", ProsecutionStage.INVESTIGATION)
            .count("newCases", 1)
            .count("damageVnd", matter.damageVnd()));
    LocalDate indicted = later(investigated, 3);
    if (matter.furthest() >= 2) {
      filings.add(
          atStage(matter, Office.procuracy(scene.province()), "CT-", indicted)
              .with("stage", ProsecutionStage.INDICTMENT)
              .count("newCases", 1));
    }
    if (matter.furthest() == 3) {
      filings.add(
          atStage(matter, Office.court(scene.province()), "XX-", later(indicted, 2))
              .with("stage", ProsecutionStage.TRIAL)
              .count("newCases", 1)
              .count("concludedCases", 1));
    }
  }

  private Filing atStage(Matter matter, Office office, String prefix, LocalDate on) {
    return Filing.of(PROSECUTIONS, office, prefix + matter.id(), scene.province(), on)
        .matter(matter.id())
        .with("severity", matter.severity())
        .with("offence", matter.offence())
        .count("cases", 1)
        .count("accused", matter.accused());
  }

  private LocalDate later(LocalDate day, int months) {
    LocalDate later = day.plusMonths(months);
    return later.isAfter(scene.window().to()) ? scene.window().to() : later;
  }
}
