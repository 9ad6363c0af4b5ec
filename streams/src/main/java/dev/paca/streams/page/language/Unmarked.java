package dev.paca.streams.page.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people type it in a hurry: {@code Sóc Trăng} is {@code soc trang}. */
public final class Unmarked {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[\\s-]+");

  private Unmarked() {}

  public static String of(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    String bare = MARKS.matcher(apart).replaceAll("").replace('đ', 'd');
    return GAPS.matcher(bare).replaceAll(" ").strip();
  }
}
