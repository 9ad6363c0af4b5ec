package dev.paca.cli.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.cli.certificate.Certificate;
import dev.paca.cli.certificate.Divergence;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verification as it is printed.
 *
 * @param divergences from an earlier certificate; empty where there is none to compare with
 */
record VerifyReport(Outcome outcome, Optional<List<Divergence>> divergences) {
  private static final int SHORT_DIGEST = 16;

  void print(Console console, boolean json) {
    if (json) {
      console.out().println(asJson());
      return;
    }
    if (!outcome.differences().isEmpty()) {
      differences().print(console);
    }
    say(console, line(), outcome.differences().isEmpty());
    outcome.note().ifPresent(console::say);
    certificate().print(console);
    divergences.ifPresent(found -> print(console, found));
  }

  private static void print(Console console, List<Divergence> found) {
    if (found.isEmpty()) {
      console.out().println("as the certificate has it: no difference");
      return;
    }
    table(found).print(console);
    say(console, "not as the certificate has it: " + count(found, "difference"), false);
  }

  private static void say(Console console, String line, boolean good) {
    if (good) {
      console.out().println(line);
    } else {
      console.say("paca: " + line);
    }
  }

  private String line() {
    String counts =
        "%d scores of %s %s, from %d reports (%d turned away): "
            .formatted(
                outcome.scores(),
                outcome.years(),
                outcome.compared() ? "compared" : "recomputed",
                outcome.reports(),
                outcome.turnedAway());
    if (!outcome.compared()) {
      return counts + asOf() + "not compared with what is served";
    }
    return counts
        + (outcome.differences().isEmpty()
            ? "no difference"
            : count(outcome.differences(), "difference"));
  }

  private String asOf() {
    String at = outcome.certificate().at();
    String until = outcome.certificate().until();
    return (at == null ? "" : "as known at " + at + ", ")
        + (until == null ? "" : "what occurred until " + until + ", ");
  }

  private static String count(List<?> found, String what) {
    return found.size() + " " + what + (found.size() == 1 ? "" : "s");
  }

  private Table differences() {
    Table table =
        new Table(
            List.of(
                Column.number("year", "YEAR"),
                Column.text("province", "PROVINCE"),
                Column.text("what", "WHAT"),
                Column.number("served", "SERVED"),
                Column.number("recomputed", "RECOMPUTED")));
    for (Difference difference : outcome.differences()) {
      table.row(
          Cell.of(difference.year(), Integer.toString(difference.year())),
          Cell.text(difference.province()),
          Cell.text(difference.what()),
          Cell.text(difference.served()),
          Cell.text(difference.recomputed()));
    }
    return table;
  }

  private Table certificate() {
    Certificate certified = outcome.certificate();
    Table table =
        new Table(
            List.of(
                Column.text("certified", "CERTIFIED"),
                Column.number("count", "COUNT"),
                Column.text("of", "OF"),
                Column.text("sha256", "SHA-256")));
    row(
        table,
        "input",
        certified.input().records(),
        "records in " + count(certified.input().partitions(), "partition"),
        certified.input().sha256());
    row(
        table,
        "rubrics",
        certified.rubrics().years().size(),
        "years",
        certified.rubrics().sha256());
    row(
        table,
        "scores",
        certified.scores().count(),
        "scores in " + count(certified.scores().years(), "year"),
        certified.scores().sha256());
    return table;
  }

  private static void row(Table table, String part, long count, String of, String sha256) {
    table.row(
        Cell.text(part),
        Cell.of(count, Long.toString(count)),
        Cell.text(of),
        Cell.of(sha256, sha256.substring(0, SHORT_DIGEST) + "…"));
  }

  private static Table table(List<Divergence> found) {
    Table table =
        new Table(
            List.of(
                Column.text("differs", "DIFFERS"),
                Column.longText("certified", "IN THE CERTIFICATE"),
                Column.longText("recomputed", "RECOMPUTED")));
    for (Divergence divergence : found) {
      table.row(
          Cell.text(divergence.what()),
          Cell.text(divergence.certified()),
          Cell.text(divergence.recomputed()));
    }
    return table;
  }

  private String asJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("scores", outcome.scores());
    all.put("years", outcome.years());
    all.put("reports", outcome.reports());
    all.put("turnedAway", outcome.turnedAway());
    all.put("compared", outcome.compared());
    all.put("differences", outcome.differences());
    all.put("certificate", outcome.certificate());
    divergences.ifPresent(found -> all.put("against", found));
    try {
      return new ObjectMapper().writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new CommandFailed("the outcome cannot be written as JSON", e);
    }
  }
}
