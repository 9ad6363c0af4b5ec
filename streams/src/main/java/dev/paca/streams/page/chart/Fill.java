package dev.paca.streams.page.chart;

/** How final a bar is, drawn so that it shows without colour. */
public enum Fill {
  /** Published. */
  SOLID,
  /** Appraised, computed from reports or self-assessed: may still change. */
  HATCHED,
  /** Nothing yet. */
  EMPTY;

  public static Fill of(String basis) {
    return switch (basis) {
      case "FINAL" -> SOLID;
      case "NONE" -> EMPTY;
      default -> HATCHED;
    };
  }
}
