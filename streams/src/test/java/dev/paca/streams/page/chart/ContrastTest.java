package dev.paca.streams.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2 computes it, from the colours of page.css itself. */
class ContrastTest {
  private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): #([0-9a-f]{6});");
  private static final double TEXT = 4.5;
  private static final double MARK = 3.0;

  private final Map<String, int[]> colours = colours();

  @ParameterizedTest
  @CsvSource({
    "ink,paper",
    "soft,paper",
    "link,paper",
    "warn,paper",
    "ink,quiet",
    "soft,quiet",
    "link,quiet",
    "warn,quiet",
    "ink,mark",
    "soft,mark",
    "link,mark",
    "warn,mark",
    "paper,ink"
  })
  void textStandsOutFromItsGround(String text, String ground) {
    assertThat(contrast(text, ground)).isGreaterThanOrEqualTo(TEXT);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5"})
  void textOnATileStandsOut(String tone) {
    assertThat(contrast("tone-" + tone + "-ink", "tone-" + tone)).isGreaterThanOrEqualTo(TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "bar,paper",
    "edge,paper",
    "edge,quiet",
    "mark-line,paper",
    "mark-line,mark",
    "bar,quiet"
  })
  void marksStandOut(String mark, String ground) {
    assertThat(contrast(mark, ground)).isGreaterThanOrEqualTo(MARK);
  }

  @Test
  void eachStepIsDarkerThanTheOneBefore() {
    for (int tone = 2; tone <= 5; tone++) {
      assertThat(luminance("tone-" + tone)).isLessThan(luminance("tone-" + (tone - 1)) * 0.8);
    }
  }

  private double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private double luminance(String name) {
    int[] rgb = colours.get(name);
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static Map<String, int[]> colours() {
    Map<String, int[]> colours = new HashMap<>();
    try (InputStream in = ContrastTest.class.getResourceAsStream("/page/static/page.css")) {
      Matcher colour = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (colour.find()) {
        int rgb = Integer.parseInt(colour.group(2), 16);
        colours.put(colour.group(1), new int[] {rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff});
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return colours;
  }
}
