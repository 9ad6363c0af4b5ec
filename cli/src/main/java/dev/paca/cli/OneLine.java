package dev.paca.cli;

import dev.paca.cli.console.CommandFailed;
import dev.paca.local.LocalFailure;
import dev.paca.producers.publish.PublishFailed;
import dev.paca.registry.RegistryException;
import dev.paca.settings.SettingsException;
import dev.paca.streams.group.GroupRefused;
import dev.paca.streams.recount.InputUnavailable;
import dev.paca.streams.topology.InputTopics;
import dev.paca.topics.TopicsUnavailableException;
import io.javalin.util.JavalinBindException;
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
    String message = e.getMessage().replace("is not an int", "is not a whole number");
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    print(e.getCommandLine(), message + guess(e) + ". Try: " + command + " --help");
    return WRONG_USAGE;
  }

  static int failure(Exception e, CommandLine commandLine, ParseResult parsed) {
    if (e instanceof SettingsException settings) {
      settings.problems().forEach(problem -> print(commandLine, problem));
    } else if (expected(e)) {
      print(commandLine, Objects.toString(e.getMessage(), "failed"));
    } else {
      print(commandLine, "an error on our side: " + e + place(e));
    }
    return FAILED;
  }

  // Failures whose message is written for the person at the command line.
  private static boolean expected(Exception e) {
    return e instanceof CommandFailed
        || e instanceof LocalFailure
        || e instanceof PublishFailed
        || e instanceof RegistryException
        || e instanceof JavalinBindException
        || e instanceof InputUnavailable
        || e instanceof InputTopics.WrongTopics
        || e instanceof GroupRefused
        || e instanceof TopicsUnavailableException;
  }

  private static void print(CommandLine commandLine, String message) {
    String line = message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    commandLine.getErr().println("paca: " + line);
  }

  private static String guess(ParameterException e) {
    List<String> close =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    return close.isEmpty()
        ? ""
        : "; did you mean " + close.stream().limit(3).collect(Collectors.joining(" or "));
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
