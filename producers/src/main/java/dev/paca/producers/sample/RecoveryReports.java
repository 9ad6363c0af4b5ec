package dev.paca.producers.sample;

import static dev.paca.scoring.report.ReportType.RECOVERIES;

import dev.paca.reports.RecoveryChannel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was due and what came back, by channel; civil enforcement keeps its own year. */
final class RecoveryReports {
  private RecoveryReports() {}

  static List<Filing> of(Scene scene, List<Matter> matters) {
    List<Filing> filings = new ArrayList<>(inspection(scene));
    filings.add(denunciation(scene));
    filings.add(criminal(scene));
    filings.add(enforcement(scene));
    matters.stream()
        .filter(matter -> matter.furthest() == 3)
        .map(matter -> single(scene, matter))
        .forEach(filings::add);
    return filings;
  }

  private static List<Filing> inspection(Scene scene) {
    Dice dice = scene.dice("recovery inspection");
    long due = dice.vnd(2_000, 24_000) * scene.size();
    long recovered = Dice.part(due, recoveredShare(scene, "D.1"));
    long matters = dice.between(12, 60);
    Filing half =
        form(scene, Office.inspectorate(scene.province()), "TTR-TH", RecoveryChannel.INSPECTION, 6)
            .count("matters", matters / 2)
            .count("dueVnd", Dice.part(due, 0.5))
            .count("recoveredVnd", Dice.part(recovered, 0.4));
    Filing year =
        form(scene, Office.inspectorate(scene.province()), "TTR-TH", RecoveryChannel.INSPECTION, 12)
            .with("revision", 2L)
            .count("matters", matters)
            .count("dueVnd", due)
            .count("recoveredVnd", recovered);
    return List.of(half, year);
  }

  /** Small sums; where more came back than was due, earlier years' money is in it: a warning. */
  private static Filing denunciation(Scene scene) {
    Dice dice = scene.dice("recovery denunciation");
    long due = dice.chance(0.25) ? 0 : dice.vnd(20, 400);
    boolean earlierYears = due > 0 && dice.chance(0.05);
    long recovered = earlierYears ? due + dice.vnd(5, 60) : Dice.part(due, dice.near(0.6, 0.4));
    return form(
            scene,
            Office.citizenReception(scene.province()),
            "TCD-TH",
            RecoveryChannel.DENUNCIATION,
            12)
        .count("matters", due == 0 ? 0 : dice.between(1, 9))
        .count("dueVnd", due)
        .count("recoveredVnd", recovered);
  }

  private static Filing criminal(Scene scene) {
    Dice dice = scene.dice("recovery criminal");
    long due = dice.vnd(800, 15_000) * scene.size();
    return form(scene, Office.police(scene.province()), "CA-TH", RecoveryChannel.CRIMINAL, 12)
        .count("matters", dice.between(2, 15))
        .count("dueVnd", due)
        .count("recoveredVnd", Dice.part(due, recoveredShare(scene, "D.2")));
  }

  /** 1 October to 30 September; what no property stands behind is due but not eligible. */
  private static Filing enforcement(Scene scene) {
    Dice dice = scene.dice("recovery enforcement");
    long due = dice.vnd(3_000, 60_000) * scene.size();
    long eligible = Dice.part(due, dice.near(0.45, 0.25));
    return Filing.of(
            RECOVERIES,
            Office.enforcement(scene.province()),
            scene.reportId("THADS-BC"),
            scene.province(),
            LocalDate.of(scene.year(), 9, 30))
        .from(LocalDate.of(scene.year() - 1, 10, 1))
        .with("channel", RecoveryChannel.CIVIL_ENFORCEMENT)
        .count("matters", dice.between(5, 60))
        .count("dueVnd", due)
        .count("eligibleVnd", eligible)
        .count("recoveredVnd", Dice.part(eligible, recoveredShare(scene, "D.2")));
  }

  /** The money of one tried case, under its number. */
  private static Filing single(Scene scene, Matter matter) {
    return Filing.of(
            RECOVERIES,
            Office.enforcement(scene.province()),
            "THA-" + matter.id(),
            scene.province(),
            scene.day(11, 20))
        .matter(matter.id())
        .with("channel", RecoveryChannel.CIVIL_ENFORCEMENT)
        .count("matters", 1)
        .count("dueVnd", matter.damageVnd())
        .count("eligibleVnd", Dice.part(matter.damageVnd(), 0.6))
        .count("recoveredVnd", Dice.part(matter.damageVnd(), 0.36));
  }

  private static double recoveredShare(Scene scene, String criterion) {
    return 0.2 + 0.75 * scene.quality(criterion);
  }

  private static Filing form(
      Scene scene, Office office, String kind, RecoveryChannel channel, int months) {
    return Filing.of(
            RECOVERIES, office, scene.reportId(kind), scene.province(), scene.reportingTo(months))
        .from(scene.reportingFrom())
        .with("channel", channel);
  }
}
