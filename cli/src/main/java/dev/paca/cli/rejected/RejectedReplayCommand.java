package dev.paca.cli.rejected;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.ReadingBars;
import dev.paca.cli.settings.UserOption;
import dev.paca.problems.Problem;
import dev.paca.producers.form.ReportRules;
import dev.paca.rejections.Rejected;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.InputFromTopics;
import dev.paca.streams.recount.KnownReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca rejected replay ID}: publishes what was turned away, once, and says who did. */
@Command(
    name = "replay",
    description = {
      "Publish a rejected report, as it came or mended, and put on record who did it and when. A"
          + " record is replayed once. What still does not pass is refused with every reason, and"
          + " nothing is published."
    })
public final class RejectedReplayCommand implements Callable<Integer> {
  private static final int LONGEST_NOTE = 2000;

  private final Console console;

  @Parameters(
      paramLabel = "ID",
      converter = RejectedId.Converter.class,
      description = "TOPIC/PARTITION/OFFSET, as 'paca rejected list' shows it.")
  private RejectedId id;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "The mended report, as 'show --out' wrote it; without it the bytes as they came, for a"
              + " report that was right but unreadable then, or in the wrong partition.")
  private Path file;

  @Option(names = "--note", paramLabel = "TEXT", description = "Why, or what was mended.")
  private String note;

  @Mixin private UserOption user;
  @Mixin private RejectedOptions options;

  public RejectedReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<String> why = Optional.ofNullable(note).map(String::strip).filter(n -> !n.isEmpty());
    why.ifPresent(RejectedReplayCommand::checkNote);
    Settings settings = options.settings(user.given());
    String by = UserOption.name(settings);
    Rejected rejected = new RejectedTopic(settings).find(id);
    try {
      print(replay(settings, rejected, new ReplayTransaction(settings, by, why)));
      return 0;
    } catch (AlreadyReplayed e) {
      throw new CommandFailed(
          "%s was replayed %s; a record is replayed once"
              .formatted(id, e.first().words(console.clock().getZone())),
          e);
    } catch (Refused e) {
      e.problems().forEach(problem -> console.say(line(problem)));
      console.say("paca: " + id + " is not replayed; nothing was published");
      return 1;
    }
  }

  private Replayed replay(Settings settings, Rejected rejected, ReplayTransaction transaction) {
    Replays replays = new Replays(settings);
    replays.refuseAgain(id);
    ReportRules rules = ReportRules.standard();
    Candidates candidates = new Candidates(settings, rules);
    Candidate candidate =
        file == null
            ? candidates.asItCame(rejected)
            : candidates.mended(rejected, new MendedFile(file));
    InputFromTopics input = new InputFromTopics(settings, new ReadingBars(console));
    try {
      Standing.check(
          KnownReport.of(input, candidate.report().key()),
          rejected,
          candidate.report(),
          rules.clock().millis());
    } catch (CommandFailed | Refused e) {
      replays.refuseAgain(id); // What is there already may be the replay of another at this moment.
      throw e;
    }
    return transaction.publish(rejected, candidate);
  }

  private static void checkNote(String note) {
    if (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
      throw new CommandFailed("--note is one line of at most " + LONGEST_NOTE + " characters");
    }
  }

  private static String line(Problem problem) {
    String field = problem.field().isEmpty() ? "" : "field " + problem.field() + ": ";
    return Rejection.harmless("paca: " + field + problem.message() + " (" + problem.code() + ")");
  }

  private void print(Replayed replayed) {
    if (options.json()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("id", id.toString());
      node.set("replay", RejectedJson.of(replayed));
      console.out().println(node);
    } else {
      console
          .out()
          .println(
              "replayed %s by %s · position %s"
                  .formatted(id, replayed.record().getBy(), replayed.position().format()));
    }
  }
}
