package dev.paca.producers.sample;

import java.util.Random;

/**
 * Chance that a seed and a label decide, so that each figure is drawn apart from all others and a
 * change in one place leaves the rest of the sample as it was.
 *
 * <p>Only {@link Random#nextInt(int)} and {@link Random#nextDouble()} are used: their results are
 * specified, so every Java gives the same files.
 */
final class Dice {
  private final Random random;

  private Dice(long seed) {
    random = new Random(seed);
  }

  static Dice of(long seed, Object... labels) {
    long hash = seed;
    for (Object label : labels) {
      for (char c : (label + "/").toCharArray()) {
        hash = hash * 1_000_003L + c;
      }
    }
    return new Dice(hash);
  }

  /** A whole number from {@code least} to {@code most}, both included. */
  int between(int least, int most) {
    return most <= least ? least : least + random.nextInt(most - least + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** From 0 to below 1. */
  double share() {
    return random.nextDouble();
  }

  /** Around {@code middle}, at most {@code spread} away, and kept between 0 and 1. */
  double near(double middle, double spread) {
    double up = random.nextDouble();
    double down = random.nextDouble();
    return Math.max(0, Math.min(1, middle + spread * (up - down)));
  }

  /** An amount in whole thousands of VND between so many million. */
  long vnd(long leastMillions, long mostMillions) {
    double millions = leastMillions + (mostMillions - leastMillions) * random.nextDouble();
    return Math.round(millions * 1_000) * 1_000L;
  }

  /** The part {@code share} of an amount, in whole thousands of VND. */
  static long part(long vnd, double share) {
    return Math.min(vnd, Math.round(vnd / 1_000.0 * share) * 1_000L);
  }
}
