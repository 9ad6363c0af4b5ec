package dev.paca.cli.settings;

import dev.paca.cli.console.CommandFailed;
import dev.paca.settings.Parsers;
import dev.paca.settings.Setting;
import dev.paca.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Who does what is put on record. */
public final class UserOption {
  private static final int LONGEST = 128;
  private static final Setting<String> USER =
      Setting.of("user", Parsers.TEXT, "who replays a rejected report; else the system's user");

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does it, for the record; else PACA_USER, else the system's user.")
  private String by;

  static Setting<String> setting() {
    return USER;
  }

  /** The option as a setting. */
  public Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    given.put(USER.name(), by);
    return given;
  }

  /** A name that is fit to be kept for ever. */
  public static String name(Settings settings) {
    String name = settings.find(USER).orElse(System.getProperty("user.name", "")).strip();
    if (name.isEmpty()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new CommandFailed(
          "--by (or PACA_USER) must name who does it, in 1 to " + LONGEST + " characters");
    }
    return name;
  }
}
