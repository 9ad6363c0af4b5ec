package dev.paca.cli;

import dev.paca.cli.config.ConfigCommand;
import dev.paca.cli.console.Console;
import dev.paca.cli.export.ExportCommand;
import dev.paca.cli.publish.PublishCommand;
import dev.paca.cli.query.ExplainCommand;
import dev.paca.cli.query.FreshnessCommand;
import dev.paca.cli.query.HistoryCommand;
import dev.paca.cli.query.MatterCommand;
import dev.paca.cli.query.RankingCommand;
import dev.paca.cli.query.ReportCommand;
import dev.paca.cli.query.ScoresCommand;
import dev.paca.cli.query.UncountedCommand;
import dev.paca.cli.rejected.RejectedCommand;
import dev.paca.cli.rubric.RubricCommand;
import dev.paca.cli.tail.TailCommand;
import dev.paca.cli.topics.TopicsCommand;
import dev.paca.cli.up.GatewayCommand;
import dev.paca.cli.up.StreamsCommand;
import dev.paca.cli.up.UpCommand;
import dev.paca.cli.verify.VerifyCommand;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code paca} command itself: it only has commands under it. */
@Command(
    name = "paca",
    description = "Running anti-corruption scores for every province of Viet Nam.",
    footer = {
      "",
      "To prove them while processes are killed and cut off: paca faults --help",
      "To measure how fast they come: paca bench --help"
    },
    subcommands = {
      UpCommand.class,
      PublishCommand.class,
      RankingCommand.class,
      ScoresCommand.class,
      ExplainCommand.class,
      MatterCommand.class,
      ReportCommand.class,
      UncountedCommand.class,
      FreshnessCommand.class,
      HistoryCommand.class,
      TailCommand.class,
      RubricCommand.class,
      RejectedCommand.class,
      ExportCommand.class,
      VerifyCommand.class,
      TopicsCommand.class,
      ConfigCommand.class,
      GatewayCommand.class,
      StreamsCommand.class
    })
public final class Paca implements Runnable {
  private static final int NARROWEST_HELP = 60;
  private static final int WIDEST_HELP = 110;

  @Spec private CommandSpec spec;

  /** Runs one command in this process and ends it with the command's exit code. */
  public static void main(String[] args) {
    Console console = Console.ofProcess();
    int exitCode = commandLine(console).execute(args);
    console.out().flush();
    console.err().flush();
    System.exit(exitCode);
  }

  /** The whole command line on a console: exit codes 0, 1 and 2, errors as one line. */
  public static CommandLine commandLine(Console console) {
    return commandLine(console, List.of());
  }

  /**
   * The same with more commands, of modules that stand on this one.
   *
   * @param more classes of commands
   */
  public static CommandLine commandLine(Console console, List<Class<?>> more) {
    CommandLine commandLine = new CommandLine(Paca.class, new Wiring(console));
    more.forEach(commandLine::addSubcommand);
    HelpEverywhere.add(commandLine);
    return commandLine
        .setOut(new PrintWriter(console.out(), true))
        .setErr(new PrintWriter(console.err(), true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(console.columns(), WIDEST_HELP)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(OneLine::wrongUsage)
        .setExecutionExceptionHandler(OneLine::failure);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing a command: " + names());
  }

  private String names() {
    return String.join(", ", spec.subcommands().keySet());
  }
}
