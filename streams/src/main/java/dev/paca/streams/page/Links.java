package dev.paca.streams.page;

import dev.paca.streams.page.language.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Addresses of the page. The address is the whole state of a view (year, province, sort, search, as
 * of when, language), so no cookie is needed and Back works. Vietnamese, the default, is not
 * written.
 *
 * @param asOf {@code until}, {@code at} and {@code rubric} as they were written, those that were:
 *     who looks at the past stays there
 */
public record Links(Language language, Map<String, String> asOf) {
  /** Parameters of {@link dev.paca.streams.query.AsOf}. */
  static final List<String> AS_OF = List.of("until", "at", "rubric");

  /** The same to what is served now. */
  public Links now() {
    return new Links(language, Map.of());
  }

  /** The same to other years, where a version of this year's rubric is none. */
  public Links toOtherYears() {
    Map<String, String> times = new LinkedHashMap<>(asOf);
    times.remove("rubric");
    return new Links(language, times);
  }

  /** A time as a field for days shows it; nothing where it is a moment, which it cannot show. */
  public String day(String name) {
    String text = asOf.getOrDefault(name, "");
    return text.length() == "2022-06-30".length() ? text : "";
  }

  /** Whether what they lead to is not served now. */
  public boolean leadToThePast() {
    return !asOf.isEmpty();
  }

  public String ranking(int year) {
    return with("/" + year, Map.of());
  }

  public String province(int year, String province) {
    return with("/" + year + "/" + encoded(province), Map.of());
  }

  public String criterion(int year, String province, String criterion) {
    return with("/" + year + "/" + encoded(province) + "/" + encoded(criterion), Map.of());
  }

  /** Where a draft of the year's rubric is tried. */
  public String whatIf(int year) {
    return now().with("/" + year + "/what-if", Map.of());
  }

  /** Who reports, everywhere. */
  public String freshness() {
    return toOtherYears().with("/freshness", Map.of());
  }

  /** Who reports for a province of today. */
  public String freshness(String province) {
    return toOtherYears().with("/freshness/" + encoded(province), Map.of());
  }

  /** A case number may hold slashes ({@code 12/2022/HSST}); they stay path separators. */
  public String matter(String matterId) {
    String path = Arrays.stream(matterId.split("/", -1)).map(Links::encoded).collect(slashed());
    return toOtherYears().with("/matters/" + path, Map.of());
  }

  /** A path (already encoded) with its query, in this language. */
  public String with(String path, Map<String, String> query) {
    Map<String, String> all = new LinkedHashMap<>(query);
    all.putAll(asOf);
    all.remove("lang");
    if (language != Language.VI) {
      all.put("lang", language.code());
    }
    String written =
        all.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return written.isEmpty() ? path : path + "?" + written;
  }

  private static java.util.stream.Collector<CharSequence, ?, String> slashed() {
    return Collectors.joining("/");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
