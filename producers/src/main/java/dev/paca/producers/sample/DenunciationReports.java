package dev.paca.producers.sample;

import static dev.paca.scoring.report.ReportType.DENUNCIATIONS;

import java.util.ArrayList;
import java.util.List;

/** Reflections and denunciations: the reception board's form, and single ones that found a case. */
final class DenunciationReports {
  private DenunciationReports() {}

  static List<Filing> of(Scene scene, List<Matter> matters) {
    List<Filing> filings = new ArrayList<>(reception(scene, matters));
    filings.add(inspectorate(scene));
    matters.stream()
        .filter(matter -> matter.broughtUpBy() == Matter.Origin.DENUNCIATION)
        .map(matter -> single(scene, matter))
        .forEach(filings::add);
    return filings;
  }

  /** Half-year, then the year as a higher revision. */
  private static List<Filing> reception(Scene scene, List<Matter> matters) {
    Dice dice = scene.dice("reception");
    long single =
        matters.stream().filter(m -> m.broughtUpBy() == Matter.Origin.DENUNCIATION).count();
    int received = dice.between(60, 320) * scene.size();
    int eligible = Math.max(4, received * dice.between(12, 35) / 100);
    double quality = scene.quality("C.1.2");
    int resolved = (int) Math.round(eligible * Math.min(1, 0.55 + 0.5 * quality));
    long cases = Cases.denunciations(scene) - single;
    Filing year = form(scene, 12, received, eligible, resolved).count("corruptionCases", cases);
    Filing half =
        form(scene, 6, received * 2 / 5, eligible * 2 / 5, resolved * 2 / 5)
            .count("corruptionCases", cases / 2);
    return List.of(half, year.with("revision", 2L));
  }

  private static Filing form(Scene scene, int months, int received, int eligible, int resolved) {
    int right = resolved / 8;
    int partly = resolved / 5;
    int withdrawn = resolved / 12;
    return Filing.of(
            DENUNCIATIONS,
            Office.citizenReception(scene.province()),
            scene.reportId("TCD-BC"),
            scene.province(),
            scene.reportingTo(months))
        .from(scene.reportingFrom())
        .count("received", received)
        .count("eligible", eligible)
        .count("resolved", resolved)
        .count("substantiated", right)
        .count("partlySubstantiated", partly)
        .count("unsubstantiated", resolved - right - partly - withdrawn)
        .count("withdrawn", withdrawn)
        .count("personsHandled", right * 2L);
  }

  /** What reached the inspectorate itself; what nobody there counted stays blank. */
  private static Filing inspectorate(Scene scene) {
    Dice dice = scene.dice("denunciations to the inspectorate");
    int eligible = dice.between(2, 12);
    return Filing.of(
            DENUNCIATIONS,
            Office.inspectorate(scene.province()),
            scene.reportId("TTR-TC"),
            scene.province(),
            scene.reportingTo(12))
        .from(scene.reportingFrom())
        .count("eligible", eligible)
        .count("resolved", (eligible + 1) / 2);
  }

  private static Filing single(Scene scene, Matter matter) {
    return Filing.of(
            DENUNCIATIONS,
            Office.citizenReception(scene.province()),
            "DTC-" + matter.id(),
            scene.province(),
            matter.detectedOn())
        .matter(matter.id())
        .count("received", 1)
        .count("eligible", 1)
        .count("resolved", 1)
        .count("corruptionCases", 1);
  }
}
