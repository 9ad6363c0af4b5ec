package dev.paca.cli.query;

import dev.paca.cli.console.Console;
import dev.paca.streams.query.UncountedView;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code paca uncounted}: what was accepted and counts nowhere. */
@Command(
    name = "uncounted",
    description =
        "Reports that were accepted and count nowhere: waiting for a rubric, late, taken back.")
public final class UncountedCommand implements Runnable {
  private final Console console;

  @Mixin private AsOfOptions asOf;
  @Mixin private QueryOptions options;

  public UncountedCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer = options.client().asOf(asOf.asOf(null)).uncounted();
    if (options.json()) {
      answer.print(console);
    } else {
      show(answer.as(UncountedView.class));
    }
  }

  private void show(UncountedView uncounted) {
    Wording words = new Wording(options.language());
    if (!uncounted.reports().isEmpty()) {
      new ReportTable(words).of(uncounted.reports()).print(console);
    }
    String reasons =
        uncounted.reasons().stream()
            .map(
                reason ->
                    words.language().amount(reason.reports())
                        + " "
                        + words.of(reason.vi(), reason.en()))
            .collect(Collectors.joining(" · "));
    console.caption(
        reasons.isEmpty() ? words.of("mọi báo cáo đều được tính", "every report counts") : reasons);
  }
}
