package dev.paca.streams.page.language;

import java.util.Locale;

/** A language of the page. Vietnamese is the default, whatever the browser asks for. */
public enum Language {
  VI(',', '.'),
  EN('.', ',');

  private final char decimal;
  private final char group;

  Language(char decimal, char group) {
    this.decimal = decimal;
    this.group = group;
  }

  /** The word of {@code ?lang=}; anything else than {@code en} is Vietnamese. */
  public static Language of(String word) {
    return "en".equals(word) ? EN : VI;
  }

  /** As in {@code <html lang>}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Language other() {
    return this == VI ? EN : VI;
  }

  char decimal() {
    return decimal;
  }

  char group() {
    return group;
  }
}
