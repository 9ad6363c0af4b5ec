package dev.paca.producers.sample;

import java.util.ArrayList;
import java.util.List;

/** Everything the agencies of one province report on one year, appraisals apart. */
final class SceneReports {
  private SceneReports() {}

  static List<Filing> of(Scene scene) {
    List<Matter> matters = Matter.of(scene);
    List<Filing> filings = new ArrayList<>();
    filings.addAll(AuditReports.of(scene, matters));
    filings.addAll(DenunciationReports.of(scene, matters));
    filings.addAll(ProsecutionReports.of(scene, matters));
    filings.addAll(RecoveryReports.of(scene, matters));
    filings.addAll(SanctionReports.of(scene));
    return filings;
  }
}
