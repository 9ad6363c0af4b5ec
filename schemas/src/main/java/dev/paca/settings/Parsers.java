package dev.paca.settings;

import dev.paca.settings.Setting.Parser;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How texts become values. The message of each failure says what would be right. */
public final class Parsers {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final String HOST_AND_PORT = "([\\w.-]+|\\[[0-9a-fA-F:.]+]):\\d{1,5}";

  private Parsers() {}

  /** Any text. */
  public static final Parser<String> TEXT = text -> text;

  /** A port; 0 asks for a free one. */
  public static final Parser<Integer> PORT = whole(0, 65_535);

  /** {@code true} or {@code false}. */
  public static final Parser<Boolean> FLAG =
      text ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
          };

  /** A file or folder, there or not. */
  public static final Parser<Path> PATH =
      text -> {
        try {
          return Path.of(text);
        } catch (InvalidPathException e) {
          throw new IllegalArgumentException("a path", e);
        }
      };

  /** The base address of an HTTP service, without a slash at its end. */
  public static final Parser<URI> URL =
      text -> {
        if (!text.matches("https?://[^/\\s?#]+(/[^\\s?#]*)?")) {
          throw new IllegalArgumentException("an address as http://HOST:PORT");
        }
        try {
          return URI.create(text.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("an address as http://HOST:PORT", e);
        }
      };

  /** Several of {@link #URL}, with commas between. */
  public static final Parser<List<URI>> URLS = listOf(URL);

  /** Kafka's {@code bootstrap.servers}. */
  public static final Parser<String> HOSTS =
      text -> {
        for (String part : text.split(",", -1)) {
          if (!part.strip().matches(HOST_AND_PORT)) {
            throw new IllegalArgumentException("HOST:PORT, several with commas between");
          }
        }
        return text;
      };

  /** The full name of a class; not whether it is there. */
  public static final Parser<String> CLASS_NAME =
      text -> {
        if (!text.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*")) {
          throw new IllegalArgumentException("the full name of a class");
        }
        return text;
      };

  /** {@code 250ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}. */
  public static final Parser<Duration> DURATION_TEXT =
      text -> {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
          throw new IllegalArgumentException("a duration as 250ms, 30s, 5m, 2h or 7d");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        };
      };

  /** A whole number from {@code least} to {@code most}. */
  public static Parser<Integer> whole(int least, int most) {
    return text -> {
      try {
        int value = Integer.parseInt(text);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Said below, with the range.
      }
      throw new IllegalArgumentException("a whole number from " + least + " to " + most);
    };
  }

  /** Several values with commas between. */
  public static <T> Parser<List<T>> listOf(Parser<T> one) {
    return text -> {
      List<T> values = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        if (part.isBlank()) {
          throw new IllegalArgumentException("values with commas between, none of them empty");
        }
        values.add(one.parse(part.strip()));
      }
      return List.copyOf(values);
    };
  }
}
