package dev.paca.scoring.score;

/** What decided a criterion's points, firmest first. */
public enum Basis {
  FINAL,
  APPRAISED,
  COMPUTED,
  SELF,
  /** Nothing yet: 0 points. */
  NONE;

  /** The less firm of two, where something is known; nothing yet says nothing about the other. */
  Basis weaker(Basis other) {
    if (this == NONE) {
      return other;
    }
    return other == NONE || compareTo(other) >= 0 ? this : other;
  }
}
