package dev.paca.cli.console;

/** How a text stands out. No meaning hangs on it alone, and there is no red against green. */
public enum Tone {
  PLAIN(""),
  STRONG("\u001b[1m"),
  DIM("\u001b[2m"),
  ALERT("\u001b[33m");

  private static final String END = "\u001b[0m";

  private final String start;

  Tone(String start) {
    this.start = start;
  }

  /** The text as the console can show it. */
  public String of(String text, Console console) {
    return console.colour() && this != PLAIN && !text.isBlank() ? start + text + END : text;
  }
}
