package dev.paca.cli;

import dev.paca.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** One run of the command line, in this process. */
public record CommandRun(int exitCode, String out, String err) {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

  /** Where a run happens: piped, in no language, with nothing running, unless said otherwise. */
  public record Place(boolean terminal, int columns, Map<String, String> environment, Path home) {
    public Place(Path home) {
      this(false, 80, Map.of(), home);
    }

    public Place onTerminal(int width) {
      return new Place(true, width, environment, home);
    }

    public Place with(String variable, String value) {
      Map<String, String> more = new HashMap<>(environment);
      more.put(variable, value);
      return new Place(terminal, columns, more, home);
    }

    public CommandRun run(String... args) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int exitCode = Paca.commandLine(console(out, err)).execute(args);
      return new CommandRun(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
      return new Console(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          terminal,
          terminal,
          columns,
          false,
          environment,
          home,
          CLOCK);
    }
  }
}
