package dev.paca.producers.sample;

import dev.paca.reports.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A case that several agencies report under one number.
 *
 * @param broughtUpBy who detected it
 * @param furthest how far it came: 1 investigation, 2 indictment, 3 trial
 */
record Matter(
    String id,
    Origin broughtUpBy,
    LocalDate detectedOn,
    int offence,
    Severity severity,
    int accused,
    long damageVnd,
    int furthest) {

  enum Origin {
    INSPECTION,
    DENUNCIATION,
    POLICE
  }

  /** The cases of a scene, at most so many of each origin. */
  static List<Matter> of(Scene scene) {
    List<Matter> matters = new ArrayList<>();
    add(matters, scene, Origin.INSPECTION, Math.min(Cases.audits(scene), 2));
    add(matters, scene, Origin.DENUNCIATION, Math.min(Cases.denunciations(scene), 1));
    double own = scene.quality("C.1.3");
    add(matters, scene, Origin.POLICE, own > 0.75 ? 3 : own > 0.3 ? 1 : 0);
    return matters;
  }

  private static void add(List<Matter> matters, Scene scene, Origin origin, int most) {
    Dice dice = scene.dice("matters " + origin);
    int count = origin == Origin.POLICE ? most : dice.between(0, most);
    for (int i = 0; i < count; i++) {
      matters.add(
          new Matter(
              String.format("VA-%s-%d-%02d", scene.province(), scene.year(), matters.size() + 1),
              origin,
              scene.day(dice.between(0, 5), dice.between(0, 27)),
              dice.between(353, 359),
              Cases.severity(scene, dice),
              dice.between(1, 6),
              dice.vnd(60, 9_000),
              dice.between(1, 3)));
    }
  }
}
