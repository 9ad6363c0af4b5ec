package dev.paca.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that can be set. The module that uses it declares it as a constant.
 *
 * @param name lower case with hyphens: its name in a properties file and as an option, {@code
 *     http-port}
 * @param env its environment variable, {@code PACA_HTTP_PORT}
 * @param description one line for a person
 * @param fallback its default, as a person would write it; empty for none
 * @param parser from text to value
 * @param secret whether its value must not be shown
 */
public record Setting<T>(
    String name,
    String env,
    String description,
    Optional<String> fallback,
    Parser<T> parser,
    boolean secret) {

  /** From text to value. */
  @FunctionalInterface
  public interface Parser<T> {
    /**
     * @param text never empty, without surrounding space
     * @throws IllegalArgumentException whose message says what would be right, as "a port from 0 to
     *     65535"
     */
    T parse(String text);
  }

  public Setting {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("Not a name of a setting: " + name);
    }
  }

  /** A setting without a default. */
  public static <T> Setting<T> of(String name, Parser<T> parser, String description) {
    String env = "PACA_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    return new Setting<>(name, env, description, Optional.empty(), parser, false);
  }

  /** The same with a default, written as a person would. */
  public Setting<T> or(String text) {
    return new Setting<>(name, env, description, Optional.of(text), parser, secret);
  }

  /** The same, never shown. */
  public Setting<T> asSecret() {
    return new Setting<>(name, env, description, fallback, parser, true);
  }
}
