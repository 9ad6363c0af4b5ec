package dev.paca.producers.sample;

import static dev.paca.scoring.report.ReportType.AUDITS;

import dev.paca.reports.AuditChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Inspection, state audit, party supervision: routine forms, and single cases with their number.
 */
final class AuditReports {
  private final Scene scene;
  private final List<Matter> matters;
  private final List<Filing> filings = new ArrayList<>();

  private AuditReports(Scene scene, List<Matter> matters) {
    this.scene = scene;
    this.matters =
        matters.stream().filter(m -> m.broughtUpBy() == Matter.Origin.INSPECTION).toList();
  }

  static List<Filing> of(Scene scene, List<Matter> matters) {
    AuditReports reports = new AuditReports(scene, matters);
    reports.inspections();
    reports.stateAudit();
    reports.supervision();
    reports.matters.forEach(reports::single);
    return reports.filings;
  }

  /** The inspectorate's cumulative form: 3, 6, 9 months and the year are its revisions. */
  private void inspections() {
    Dice dice = scene.dice("inspections");
    int inspections = dice.between(45, 160) * scene.size();
    long violation = dice.vnd(4_000, 60_000) * scene.size();
    double quality = scene.quality("C.2.4");
    long recommended = Dice.part(violation, quality < 0.2 ? 0.15 : quality < 0.55 ? 0.34 : 0.68);
    long recovered = Dice.part(recommended, dice.near(0.5, 0.3));
    int cases = Cases.audits(scene) - matters.size();
    double handedOver = scene.steered().contains("C.1.1") ? 0 : dice.near(0.55, 0.6);
    long transferred = Math.round(cases * handedOver);
    double[] soFar = {dice.near(0.2, 0.08), dice.near(0.48, 0.08), dice.near(0.75, 0.08), 1};
    for (int quarter = 1; quarter <= 4; quarter++) {
      double part = soFar[quarter - 1];
      filings.add(
          form(quarter)
              .count("inspections", Math.round(inspections * part))
              .count("unitsInViolation", Math.round(inspections * part * 0.7))
              .count("violationVnd", Dice.part(violation, part))
              .count("recommendedRecoveryVnd", Dice.part(recommended, part))
              .count("recoveredVnd", Dice.part(recovered, part))
              .count("casesTransferred", Math.round(transferred * part))
              .count("personsTransferred", Math.round(transferred * 2 * part))
              .count("corruptionCases", Math.round(cases * part))
              .count("corruptionPersons", Math.round(cases * 2 * part)));
    }
  }

  private Filing form(int quarter) {
    return Filing.of(
            AUDITS,
            Office.inspectorate(scene.province()),
            scene.reportId("TTR-BC"),
            scene.province(),
            scene.reportingTo(3 * quarter))
        .with("revision", (long) quarter)
        .from(scene.reportingFrom())
        .with("channel", AuditChannel.INSPECTION);
  }

  /** Now and then filed under the wrong province first: the correction moves it. */
  private void stateAudit() {
    Dice dice = scene.dice("state audit");
    long violation = dice.vnd(1_000, 30_000) * scene.size();
    long recommended = Dice.part(violation, dice.near(0.5, 0.3));
    Filing filing =
        Filing.of(
                AUDITS,
                Office.stateAudit(scene.province()),
                scene.reportId("KTNN-" + scene.province()),
                scene.province(),
                scene.day(dice.between(3, 10), dice.between(0, 27)))
            .with("channel", AuditChannel.STATE_AUDIT)
            .count("inspections", dice.between(1, 4))
            .count("unitsInViolation", dice.between(1, 9))
            .count("violationVnd", violation)
            .count("recommendedRecoveryVnd", recommended)
            .count("recoveredVnd", Dice.part(recommended, dice.near(0.6, 0.3)));
    if (dice.chance(0.04)) {
      String wrong = scene.province().equals("01") ? "79" : "01";
      filings.add(filing.again().with("revision", 1L).with("province", wrong));
      filings.add(filing.with("revision", 2L));
    } else {
      filings.add(filing);
    }
  }

  /** Sometimes filed twice by two clerks; the second is taken back. */
  private void supervision() {
    Dice dice = scene.dice("supervision");
    Filing filing =
        Filing.of(
                AUDITS,
                Office.partyInspection(scene.province()),
                scene.reportId("UBKT-BC"),
                scene.province(),
                scene.reportingTo(12))
            .from(scene.reportingFrom())
            .with("channel", AuditChannel.SUPERVISION)
            .count("inspections", dice.between(6, 40))
            .count("unitsInViolation", dice.between(1, 6));
    filings.add(filing);
    if (dice.chance(0.08)) {
      Filing twice =
          filing.again().with("revision", 1L).with("reportId", scene.reportId("UBKT-BC2"));
      filings.add(twice);
      filings.add(twice.retracted());
    }
  }

  private void single(Matter matter) {
    Dice dice = scene.dice("single " + matter.id());
    boolean handedOver = !scene.steered().contains("C.1.1") && dice.chance(0.8);
    filings.add(
        Filing.of(
                AUDITS,
                Office.inspectorate(scene.province()),
                "KLTT-" + matter.id(),
                scene.province(),
                matter.detectedOn())
            .matter(matter.id())
            .with("channel", AuditChannel.INSPECTION)
            .count("inspections", 1)
            .count("unitsInViolation", 1)
            .count("violationVnd", matter.damageVnd())
            .count("recommendedRecoveryVnd", matter.damageVnd())
            .count("casesTransferred", handedOver ? 1 : 0)
            .count("personsTransferred", handedOver ? matter.accused() : 0)
            .count("corruptionCases", 1)
            .count("corruptionPersons", matter.accused()));
  }
}
