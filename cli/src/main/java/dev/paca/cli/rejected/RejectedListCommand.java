package dev.paca.cli.rejected;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Language;
import dev.paca.cli.console.Table;
import dev.paca.cli.console.Tone;
import dev.paca.cli.query.AsOfOptions;
import dev.paca.problems.ProblemCode;
import dev.paca.scoring.report.ReportType;
import dev.paca.settings.Settings;
import dev.paca.topics.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code paca rejected list}: what was turned away, newest last. */
@Command(
    name = "list",
    description = "What was turned away, newest last, and which of it was replayed, by whom.")
public final class RejectedListCommand implements Runnable {
  private final Console console;

  @Option(names = "--code", paramLabel = "CODE", description = "Only this reason: BAD_NUMBER.")
  private ProblemCode code;

  @Option(names = "--topic", paramLabel = "TOPIC", description = "Only this topic: audits.")
  private String topic;

  @Option(
      names = "--since",
      paramLabel = "DAY",
      converter = AsOfOptions.Day.class,
      description = "Only what was published on this day in Viet Nam or later: 2024-06-30.")
  private LocalDate since;

  @Mixin private RejectedOptions options;

  public RejectedListCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Optional<ReportType> type = Optional.ofNullable(topic).map(RejectedListCommand::type);
    Settings settings = options.settings(Map.of());
    List<Rejection> found = new ArrayList<>();
    int others =
        new RejectedTopic(settings)
            .each(
                rejected -> {
                  Rejection each = Rejection.of(rejected);
                  if (isWanted(each, type)) {
                    found.add(each);
                  }
                });
    if (others > 0) {
      console.say(
          "paca: %d records of %s are none and left out; who writes there?"
              .formatted(others, Topics.REJECTED));
    }
    found.sort(Comparator.comparing(Rejection::at));
    Map<String, Replayed> replays = new Replays(settings).committed();
    if (options.json()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      found.forEach(each -> all.add(RejectedJson.of(each, replay(replays, each))));
      console.out().println(all);
    } else {
      table(found, replays).print(console);
      console.caption(Tone.DIM.of(footer(found, replays), console));
    }
  }

  private static ReportType type(String topic) {
    return ReportType.ofWord(topic.replaceFirst("^paca\\.", ""))
        .orElseThrow(
            () ->
                new CommandFailed(
                    "no report topic "
                        + topic
                        + "; there are "
                        + String.join(", ", Topics.reports())));
  }

  private boolean isWanted(Rejection each, Optional<ReportType> type) {
    return (code == null || each.code().equals(code.name()))
        && type.map(ReportType::topic).map(each.id().topic()::equals).orElse(true)
        && (since == null || !each.day().isBefore(since));
  }

  private static Optional<Replayed> replay(Map<String, Replayed> replays, Rejection each) {
    return Optional.ofNullable(replays.get(each.id().toString()));
  }

  private Table table(List<Rejection> found, Map<String, Replayed> replays) {
    Language language = options.language();
    Table table =
        new Table(
            List.of(
                Column.text("id", language.of("MÃ", "ID")),
                Column.text("at", language.of("LÚC", "WHEN")).droppedAt(3),
                Column.text("code", language.of("LÝ DO", "CODE")),
                Column.text("key", language.of("BÁO CÁO", "KEY")).droppedAt(2),
                Column.longText("problem", language.of("SAI Ở ĐÂU", "PROBLEM")),
                Column.text("replayedBy", language.of("GỬI LẠI BỞI", "REPLAYED BY")),
                Column.text("replayedAt", language.of("GỬI LẠI LÚC", "REPLAYED")).droppedAt(1)));
    for (Rejection each : found) {
      Optional<Replayed> replayed = replay(replays, each);
      table.row(
          Cell.text(each.id().toString()),
          Cell.of(each.at(), options.moment(each.at())),
          Cell.text(each.code()),
          Cell.text(each.key().map(Rejection::harmless).orElse("")),
          Cell.text(Rejection.harmless(each.problem())),
          Cell.text(replayed.map(one -> one.record().getBy()).orElse("")),
          Cell.of(
              replayed.map(one -> one.at().toString()).orElse(""),
              replayed.map(one -> options.moment(one.at())).orElse("")));
    }
    return table;
  }

  private String footer(List<Rejection> found, Map<String, Replayed> replays) {
    Language language = options.language();
    String byCode =
        found.stream()
            .collect(Collectors.groupingBy(Rejection::code, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    long replayed = found.stream().filter(each -> replay(replays, each).isPresent()).count();
    return found.size()
        + language.of(" bị từ chối", " rejected")
        + (byCode.isEmpty() ? "" : ": " + byCode)
        + " · "
        + replayed
        + language.of(" đã gửi lại", " replayed");
  }
}
