package dev.paca.cli.up;

import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.query.Counted;
import dev.paca.cli.query.QueryClient;
import dev.paca.producers.files.FilePublisher;
import dev.paca.producers.files.FileResult;
import dev.paca.producers.files.Progress;
import dev.paca.producers.form.ReportRules;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.scoring.report.ReportType;
import dev.paca.settings.Settings;
import dev.paca.topics.Position;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sample assessment, published once into a data folder: a mark there says that it was, so that
 * what somebody corrected since is not compared with it at every start.
 */
record Sample(Console console, Path data, Settings settings) {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Publishes what is not there yet and waits until every report of it is counted. */
  void publish(String queryUrl) throws IOException {
    Path mark = data.resolve("sample-published");
    if (Files.exists(mark)) {
      return;
    }
    List<Path> files = files();
    console.say("publishing the sample, " + files.size() + " files");
    Position position = publish(files);
    Counted counted =
        new Counted(new QueryClient(URI.create(queryUrl), Optional.empty(), PATIENCE), PATIENCE);
    counted.await(counted.years().get(0), next(position));
    Files.writeString(mark, position.format() + "\n");
  }

  private Position publish(List<Path> files) {
    Position position = Position.NONE;
    long published = 0;
    try (ReportPublisher publisher = ReportPublisher.open(settings)) {
      FilePublisher filePublisher = new FilePublisher(settings, publisher, ReportRules.standard());
      for (Path file : files) {
        FileResult result = filePublisher.publish(file, Optional.empty(), Progress.NONE);
        if (!result.isComplete()) {
          throw new CommandFailed(file + " has rows that are refused: paca publish " + file);
        }
        published += result.published();
        position = position.plus(result.position());
      }
    }
    console.say(published + " reports published; counting them");
    return position;
  }

  private List<Path> files() throws IOException {
    Path folder = console.home().resolve("samples").resolve("national");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Sample::holdsReports).sorted().toList();
    }
  }

  // Beside the reports lies what they are compared with.
  private static boolean holdsReports(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".csv")
        && Stream.of(ReportType.values()).anyMatch(type -> name.startsWith(type.word()));
  }

  private static Map<String, Long> next(Position position) {
    Map<String, Long> next = new TreeMap<>();
    position.offsets().forEach((partition, offset) -> next.put(partition.toString(), offset + 1));
    return next;
  }
}
