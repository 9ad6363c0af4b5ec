package dev.paca.faults.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Table;
import java.util.List;
import java.util.Locale;

/**
 * What came of a run.
 *
 * @param seed by which it can be repeated
 * @param protocol Kafka's group protocol
 * @param atTheEnd what was seen to be torn only when all was over
 */
public record Results(long seed, String protocol, List<Round> rounds, List<String> atTheEnd) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Whether nothing was found. */
  public boolean clean() {
    return atTheEnd.isEmpty() && rounds.stream().allMatch(Round::clean);
  }

  /** A table; what was found in words beside it. */
  public void print(Console console) {
    Table table =
        new Table(
            List.of(
                Column.text("fault", "fault"),
                Column.number("times", "times"),
                Column.number("reports", "reports"),
                Column.number("scores", "scores compared"),
                Column.number("differences", "differences"),
                Column.number("torn", "torn outputs"),
                Column.number("score_gap_ms", "longest gap of scores, ms"),
                Column.number("store_gap_ms", "of evidence, matters, reports, ms")));
    for (Round round : rounds) {
      table.row(
          Cell.text(round.fault()),
          number(round.times()),
          number(round.reports()),
          number(round.scores()),
          number(round.differences()),
          number(round.torn()),
          number(round.scoreGapMs()),
          number(round.storeGapMs()));
    }
    table.print(console);
    for (Round round : rounds) {
      round.named().forEach(each -> console.say(round.fault() + ": " + each));
    }
    atTheEnd.forEach(each -> console.say("at the end: " + each));
  }

  private static Cell number(long number) {
    return Cell.of(number, String.format(Locale.ROOT, "%,d", number));
  }

  /** The same as JSON. */
  public void printJson(Console console) {
    try {
      console.out().println(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("results cannot be written", e);
    }
  }
}
