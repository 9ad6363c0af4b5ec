package dev.paca.cli.publish;

import dev.paca.cli.console.Console;
import dev.paca.cli.settings.KafkaOptions;
import dev.paca.cli.settings.RunOptions;
import dev.paca.producers.files.FilePublisher;
import dev.paca.producers.files.FileResult;
import dev.paca.producers.form.ReportRules;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.scoring.report.ReportType;
import dev.paca.settings.Settings;
import dev.paca.topics.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca publish audits.csv}: files of reports to Kafka; exit 1 if any row was refused. */
@Command(
    name = "publish",
    description = {
      "Publish CSV or XLSX files of reports. Rows with something wrong are named with their column"
          + " and reason, the others are published. Publishing a file again publishes nothing new."
    })
public final class PublishCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV (UTF-8) or XLSX files.")
  private List<Path> files;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description =
          "audits, denunciations, prosecutions, recoveries, sanctions, conflicts or appraisals;"
              + " by default told from the columns.")
  private ReportType type;

  @Option(names = "--json", description = "Print the outcome as JSON, one object for all files.")
  private boolean json;

  @Mixin private KafkaOptions kafka;
  @Mixin private RunOptions run;

  public PublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = run.settings(kafka.given());
    KafkaOptions.clients(run, settings);
    List<FileResult> results = new ArrayList<>();
    try (ReportPublisher publisher = ReportPublisher.open(settings)) {
      FilePublisher filePublisher = new FilePublisher(settings, publisher, ReportRules.standard());
      for (Path file : files) {
        results.add(publish(filePublisher, file));
      }
    }
    Outcome outcome = new Outcome(results);
    console.out().println(json ? outcome.json() : outcome.summary());
    return outcome.isComplete() ? 0 : 1;
  }

  private FileResult publish(FilePublisher publisher, Path file) {
    try (FileProgress progress = new FileProgress(console, file)) {
      FileResult result = publisher.publish(file, Optional.ofNullable(type), progress);
      progress.close();
      Outcome.complaints(result).forEach(console::say);
      return result;
    }
  }

  /** The position that covers everything published; empty when nothing was. */
  static Position position(List<FileResult> results) {
    return results.stream().map(FileResult::position).reduce(Position.NONE, Position::plus);
  }
}
