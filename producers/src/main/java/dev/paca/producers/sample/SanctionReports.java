package dev.paca.producers.sample;

import static dev.paca.scoring.report.ReportType.CONFLICTS;
import static dev.paca.scoring.report.ReportType.SANCTIONS;

import dev.paca.reports.SanctionForm;
import dev.paca.reports.SanctionTarget;
import dev.paca.reports.Severity;
import java.util.ArrayList;
import java.util.List;

/** Who was held responsible, and conflicts of interest: what home affairs and the party report. */
final class SanctionReports {
  private final Scene scene;
  private final List<Filing> filings = new ArrayList<>();

  private SanctionReports(Scene scene) {
    this.scene = scene;
  }

  static List<Filing> of(Scene scene) {
    SanctionReports reports = new SanctionReports(scene);
    reports.others();
    reports.heads();
    reports.deputies();
    reports.conflicts();
    return reports.filings;
  }

  /** Two forms of sanction, one report each; the second takes what the first leaves. */
  private void others() {
    Dice dice = scene.dice("sanctions of others");
    int due = dice.between(16, 60);
    int drawn = (int) Math.round(due * (0.3 + 0.65 * scene.quality("C.2.1")));
    int sanctioned = Math.max(0, Math.min(due, drawn + scene.moreSanctioned()));
    int warned = sanctioned / 4;
    other(SanctionForm.WARNING, due / 4, Math.min(warned, due / 4));
    other(SanctionForm.REPRIMAND, due - due / 4, sanctioned - Math.min(warned, due / 4));
  }

  private void other(SanctionForm form, int due, int persons) {
    filings.add(
        sanction(Office.homeAffairs(scene.province()), SanctionTarget.OTHER, form, due, persons));
  }

  /**
   * Where nobody was due, the report says so. Where the worst case was very serious and heads were
   * dealt with well, one was dismissed.
   */
  private void heads() {
    Dice dice = scene.dice("heads");
    double quality = scene.quality("C.2.2");
    boolean nobody = scene.steered().isEmpty() && dice.chance(0.2);
    int due = nobody ? 0 : dice.between(2, 5);
    int held = (int) Math.round(due * Math.min(1, 0.15 + 0.95 * quality));
    boolean grave = Cases.worst(scene).compareTo(Severity.VERY_SERIOUS) >= 0;
    SanctionForm form =
        nobody
            ? SanctionForm.UNSPECIFIED
            : !grave || quality < 0.4
                ? SanctionForm.REPRIMAND
                : quality < 0.65 ? SanctionForm.DEMOTION : SanctionForm.DISMISSAL;
    filings.add(
        sanction(Office.partyInspection(scene.province()), SanctionTarget.HEAD, form, due, held)
            .with("severity", nobody ? Severity.UNSPECIFIED : Cases.worst(scene)));
  }

  private void deputies() {
    Dice dice = scene.dice("deputies");
    if (dice.chance(0.5)) {
      int due = dice.between(1, 4);
      int held = (int) Math.round(due * Math.min(1, 0.1 + 0.9 * scene.quality("C.2.2")));
      filings.add(
          sanction(
              Office.partyInspection(scene.province()),
              SanctionTarget.DEPUTY,
              SanctionForm.REPRIMAND,
              due,
              held));
    }
  }

  private Filing sanction(
      Office office, SanctionTarget target, SanctionForm form, int due, int persons) {
    String kind = "XLKL-" + target.name() + "-" + form.name();
    return Filing.of(
            SANCTIONS, office, scene.reportId(kind), scene.province(), scene.reportingTo(12))
        .from(scene.reportingFrom())
        .with("target", target)
        .with("form", form)
        .with("severity", Severity.UNSPECIFIED)
        .count("duePersons", due)
        .count("persons", persons);
  }

  /** One in twenty corrects its first figure. */
  private void conflicts() {
    Dice dice = scene.dice("conflicts");
    boolean none = scene.steered().isEmpty() && dice.chance(0.2);
    int detected = none ? 0 : dice.between(4, 14);
    int resolved = (int) Math.round(detected * (0.1 + 0.88 * scene.quality("B.1.5")));
    Filing filing =
        Filing.of(
                CONFLICTS,
                Office.homeAffairs(scene.province()),
                scene.reportId("XDLI"),
                scene.province(),
                scene.reportingTo(12))
            .from(scene.reportingFrom())
            .count("detected", detected)
            .count("resolved", resolved);
    if (!none && dice.chance(0.05)) {
      filings.add(filing.again().with("revision", 1L).count("resolved", resolved / 2));
      filing.with("revision", 2L);
    }
    filings.add(filing);
  }
}
