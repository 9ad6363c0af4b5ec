package dev.paca.cli;

import dev.paca.cli.console.CommandFailed;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Every failure is one line on stderr that says what was wrong; never a stack trace. */
final class OneLine {
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private OneLine() {}

  static int wrongUsage(ParameterException e, String[] args) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return print(
        e.getCommandLine(), e.getMessage() + guess(e) + ". Try: " + command + " --help", WRONG_USAGE);
  }

  static int failure(Exception e, CommandLine commandLine, ParseResult parsed) {
    String message =
        e instanceof CommandFailed
            ? Objects.toString(e.getMessage(), "failed")
            : "an error on our side: " + e + place(e);
    return print(commandLine, message, FAILED);
  }

  private static int print(CommandLine commandLine, String message, int exitCode) {
    String line = message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ").replaceAll("\\.\\.", ".");
    commandLine.getErr().println("paca: " + line);
    return exitCode;
  }

  private static String guess(ParameterException e) {
    List<String> close =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return close.isEmpty()
        ? ""
        : "; did you mean " + close.stream().limit(3).collect(Collectors.joining(" or ")) + "?";
  }

  // Enough to find the line in our sources, as no stack trace is shown.
  private static String place(Exception e) {
    return Stream.of(e.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("dev.paca."))
        .findFirst()
        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("");
  }
}
