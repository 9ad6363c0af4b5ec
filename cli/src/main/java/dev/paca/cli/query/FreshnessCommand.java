package dev.paca.cli.query;

import dev.paca.cli.console.Console;
import dev.paca.streams.query.FreshnessView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code paca freshness}: who reports, and who has been silent for long. */
@Command(
    name = "freshness",
    description = "Who reports and how fresh that is, the longest silent first.")
public final class FreshnessCommand implements Runnable {
  private final Console console;

  @Option(
      names = "--province",
      paramLabel = "PROVINCE",
      description =
          "Every agency of this province of today; its code, name or abbreviation, as 92, \"can"
              + " tho\" or CTH.")
  private String province;

  @Option(
      names = "--agency",
      paramLabel = "AGENCY",
      description = "Only this agency, by the code that it writes in its reports.")
  private String agency;

  @Mixin private AsOfOptions asOf;
  @Mixin private QueryOptions options;

  public FreshnessCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer =
        options
            .client()
            .asOf(asOf.asOf(null))
            .freshness(Optional.ofNullable(province), Optional.ofNullable(agency));
    if (options.json()) {
      answer.print(console);
    } else {
      show(answer.as(FreshnessView.class));
    }
  }

  private void show(FreshnessView freshness) {
    Wording words = new Wording(options.language());
    FreshnessTables tables = new FreshnessTables(words);
    boolean agencies = province != null || agency != null;
    (agencies ? tables.agencies(freshness) : tables.provinces(freshness)).print(console);
    long silent = freshness.provinces().stream().filter(row -> row.freshness() == null).count();
    if (!agencies && silent > 0) {
      console.caption(
          words.of(
              silent + " tỉnh chưa có báo cáo nào",
              silent + (silent == 1 ? " province" : " provinces") + " never reported"));
    }
    long unnamed =
        freshness.provinces().stream().mapToLong(FreshnessView.ProvinceRow::unnamedAgencies).sum();
    if (agencies && unnamed > 0) {
      console.caption(
          words.of(
              "còn ít nhất " + unnamed + " cơ quan không liệt kê",
              "at least " + unnamed + " more agencies, too many to list"));
    }
    new Truth(console, words).print(freshness.truth());
  }
}
