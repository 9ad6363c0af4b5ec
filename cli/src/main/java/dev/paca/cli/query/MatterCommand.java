package dev.paca.cli.query;

import dev.paca.cli.console.Console;
import dev.paca.cli.console.Tone;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.ReportView;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code paca matter ID}: one case across agencies, and where they disagree. */
@Command(name = "matter", description = "One case across agencies, and where they disagree.")
public final class MatterCommand implements Runnable {
  private final Console console;

  @Parameters(paramLabel = "ID", description = "The case number that agencies share.")
  private String id;

  @Mixin private AsOfOptions asOf;
  @Mixin private QueryOptions options;

  public MatterCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Answer answer = options.client().asOf(asOf.asOf(null)).matter(id);
    if (options.json()) {
      answer.print(console);
    } else {
      show(answer.as(MatterView.class));
    }
  }

  private void show(MatterView matter) {
    Wording words = new Wording(options.language());
    console.caption(Tone.STRONG.of(matter.matterId(), console) + "  " + counted(matter, words));
    new ReportTable(words).of(matter.reports()).print(console);
    for (ReportView.Warning disagreement : matter.disagreements()) {
      String text = "! " + words.of(disagreement.vi(), disagreement.en());
      console.caption(Tone.ALERT.of(text, console));
    }
  }

  private static String counted(MatterView matter, Wording words) {
    if (matter.countedBy() == null) {
      return words.of("không tính là vụ tham nhũng", "counts as no corruption case");
    }
    String years =
        matter.countedInYears().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return words.of(
            "tính một vụ theo " + matter.countedBy() + " cho tỉnh " + matter.countedForProvince(),
            "counts once, by "
                + matter.countedBy()
                + ", for province "
                + matter.countedForProvince())
        + (years.isEmpty() ? "" : words.of(", năm ", ", in ") + years);
  }
}
