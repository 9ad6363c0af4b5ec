package dev.paca.producers.sample;

import dev.paca.reports.Severity;
import java.util.List;

/** How many corruption cases a province finds on each way, and how serious they are. */
final class Cases {
  private static final List<Severity> CLASSES =
      List.of(
          Severity.LESS_SERIOUS,
          Severity.SERIOUS,
          Severity.VERY_SERIOUS,
          Severity.EXTREMELY_SERIOUS);

  private Cases() {}

  static int audits(Scene scene) {
    return band(scene, "C.1.1", 0.2, 0.45, 0.6, 0.88);
  }

  static int denunciations(Scene scene) {
    return band(scene, "C.1.2", 0.35, 0.7, 0.9, 1.1);
  }

  static int investigations(Scene scene) {
    return band(scene, "C.1.3", 0.05, 0.5, 0.6, 0.85) * (scene.size() > 1 ? 2 : 1);
  }

  /** None, 1-2, 3-4, 5-9, or 10 and more, by the quality at which each begins. */
  private static int band(
      Scene scene, String criterion, double some, double three, double five, double ten) {
    double quality = scene.quality(criterion);
    Dice dice = scene.dice("cases " + criterion);
    if (quality < some) {
      return 0;
    }
    if (quality < three) {
      return dice.between(1, 2);
    }
    if (quality < five) {
      return dice.between(3, 4);
    }
    return quality < ten ? dice.between(5, 9) : dice.between(10, 13);
  }

  /** The worst class that occurs in a scene: one in ten has an extremely serious case. */
  static Severity worst(Scene scene) {
    int roll = scene.dice("worst class").between(1, 10);
    if (!scene.steered().isEmpty()) {
      return Severity.VERY_SERIOUS;
    }
    return roll == 1
        ? Severity.EXTREMELY_SERIOUS
        : roll <= 4 ? Severity.VERY_SERIOUS : roll <= 8 ? Severity.SERIOUS : Severity.LESS_SERIOUS;
  }

  /** A class no worse than the scene's worst. */
  static Severity severity(Scene scene, Dice dice) {
    List<Severity> classes = upToWorst(scene);
    return classes.get(dice.between(0, classes.size() - 1));
  }

  /** The classes that occur, the worst last. */
  static List<Severity> upToWorst(Scene scene) {
    return CLASSES.subList(0, CLASSES.indexOf(worst(scene)) + 1);
  }
}
