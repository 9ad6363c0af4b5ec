package dev.paca.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command runs.
 *
 * @param columns width of the terminal, in characters
 * @param home the folder that holds rubrics/ and samples/
 * @param clock with the reader's time zone
 */
public record Console(
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    boolean colour,
    Map<String, String> environment,
    Path home,
    Clock clock) {

  private static final int DEFAULT_COLUMNS = 80;

  /**
   * This process's console. Java 17 cannot ask about stdout and stderr apart, so the launcher does
   * and says so in {@code paca.terminal.*}; started without it, everything counts as piped.
   */
  public static Console ofProcess() {
    Map<String, String> environment = System.getenv();
    boolean out = Boolean.getBoolean("paca.terminal.out");
    return new Console(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        out,
        Boolean.getBoolean("paca.terminal.err"),
        Integer.getInteger("paca.terminal.columns", DEFAULT_COLUMNS),
        out && !environment.containsKey("NO_COLOR") && !"dumb".equals(environment.get("TERM")),
        environment,
        Path.of(System.getProperty("paca.home", "")),
        Clock.systemDefaultZone());
  }

  /** An environment variable; one set to nothing counts as not set. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** A line that is not data: progress, hints, how true the data is when it is piped. */
  public void say(String line) {
    err.println(line);
    err.flush();
  }

  /** A line around a table: beside it on a terminal, out of the data's way where that is piped. */
  public void caption(String line) {
    if (outIsTerminal) {
      out.println(line);
    } else {
      say(line);
    }
  }

  // The JDK encodes System.out by the locale, which would spoil names where that is not UTF-8.
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }
}
