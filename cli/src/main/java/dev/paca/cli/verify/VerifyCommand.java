package dev.paca.cli.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.ReadingBars;
import dev.paca.cli.console.Table;
import dev.paca.cli.export.InputFromExport;
import dev.paca.cli.query.Counted;
import dev.paca.cli.query.QueryAddress;
import dev.paca.cli.query.QueryClient;
import dev.paca.cli.settings.KafkaOptions;
import dev.paca.cli.settings.RunOptions;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.InputFromTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca verify}: recompute and compare; exit 1 on any difference. */
@Command(
    name = "verify",
    description =
        "Recompute every score from the committed input with the plain fold and compare with what"
            + " is served. Exit 1 on any difference.")
public final class VerifyCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "YEAR", description = "One year only; else all.")
  private Integer year;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "An export (paca export DIR); else straight from the topics.")
  private Path from;

  @Option(names = "--json", description = "Print the outcome as JSON.")
  private boolean json;

  @Mixin private QueryAddress query;
  @Mixin private KafkaOptions kafka;
  @Mixin private RunOptions run;

  public VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, String> given = new HashMap<>(kafka.given());
    given.putAll(query.given());
    Settings settings = run.settings(given);
    QueryClient client = QueryAddress.client(run, settings, Optional.empty());
    Verification verification =
        new Verification(
            new Served(console, client), new Counted(client, PATIENCE), Optional.ofNullable(year));
    Verification.Outcome outcome = verification.of(input(settings));
    show(outcome);
    return outcome.differences().isEmpty() ? 0 : 1;
  }

  private CommittedInput input(Settings settings) {
    if (from != null) {
      return new InputFromExport(from);
    }
    KafkaOptions.require(run, settings);
    return new InputFromTopics(settings, new ReadingBars(console));
  }

  private void show(Verification.Outcome outcome) {
    if (json) {
      console.out().println(asJson(outcome));
      return;
    }
    if (!outcome.differences().isEmpty()) {
      differences(outcome.differences()).print(console);
    }
    String line =
        "%d scores of %s compared, from %d reports (%d turned away): %s"
            .formatted(
                outcome.scores(),
                outcome.years(),
                outcome.reports(),
                outcome.turnedAway(),
                outcome.differences().isEmpty()
                    ? "no difference"
                    : outcome.differences().size() + " differences");
    if (outcome.differences().isEmpty()) {
      console.out().println(line);
    } else {
      console.say("paca: " + line);
    }
    outcome.note().ifPresent(console::say);
  }

  private static Table differences(List<Difference> differences) {
    Table table =
        new Table(
            List.of(
                Column.number("year", "YEAR"),
                Column.text("province", "PROVINCE"),
                Column.text("what", "WHAT"),
                Column.number("served", "SERVED"),
                Column.number("recomputed", "RECOMPUTED")));
    for (Difference difference : differences) {
      table.row(
          Cell.of(difference.year(), Integer.toString(difference.year())),
          Cell.text(difference.province()),
          Cell.text(difference.what()),
          Cell.text(difference.served()),
          Cell.text(difference.recomputed()));
    }
    return table;
  }

  private static String asJson(Verification.Outcome outcome) {
    try {
      return new ObjectMapper()
          .writeValueAsString(
              Map.of(
                  "scores", outcome.scores(),
                  "years", outcome.years(),
                  "reports", outcome.reports(),
                  "turnedAway", outcome.turnedAway(),
                  "differences", outcome.differences()));
    } catch (JsonProcessingException e) {
      throw new CommandFailed("the outcome cannot be written as JSON", e);
    }
  }
}
