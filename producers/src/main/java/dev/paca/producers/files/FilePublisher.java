package dev.paca.producers.files;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.producers.files.Progress.Step;
import dev.paca.producers.form.Filled;
import dev.paca.producers.form.ReportForm;
import dev.paca.producers.form.ReportRules;
import dev.paca.producers.publish.PublishFailed;
import dev.paca.producers.publish.PublishedReports;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.producers.publish.TopicScan;
import dev.paca.scoring.report.ReportType;
import dev.paca.settings.Settings;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publishes files of reports. A file is read twice, row by row: first to learn which reports it
 * holds, so that the topic can be searched for them, then to publish those that say something new
 * ({@link PublishedReports} has the rule). So publishing a file again publishes nothing, and a run
 * that was cut short is finished by running it again. Rows with one key are published in the file's
 * order.
 */
public final class FilePublisher {
  private final Settings settings;
  private final ReportPublisher publisher;
  private final ReportRules rules;

  /**
   * @param settings hold {@link dev.paca.settings.ClientSettings}, to read the topics
   */
  public FilePublisher(Settings settings, ReportPublisher publisher, ReportRules rules) {
    this.settings = settings;
    this.publisher = publisher;
    this.rules = rules;
  }

  /**
   * Publishes the good rows of a CSV or XLSX file and waits for their acknowledgement.
   *
   * @param said the type, where the caller knows it
   * @throws PublishFailed when broker or registry stop it; run it again later
   */
  public FileResult publish(Path file, Optional<ReportType> said, Progress progress) {
    try {
      Header header;
      try (Rows rows = Rows.open(file)) {
        Optional<Row> first = rows.next();
        if (first.isEmpty()) {
          return whole(file, said, ProblemCode.BAD_HEADER, "the file is empty");
        }
        header = Header.of(first.get());
      }
      TypeSearch search = TypeSearch.in(file, header, said);
      return search instanceof TypeSearch.Found found
          ? publish(file, found.form(), progress)
          : refused(file, (TypeSearch.NotFound) search);
    } catch (UnreadableFile unreadable) {
      return whole(file, said, ProblemCode.BAD_HEADER, "the file " + unreadable.getMessage());
    } catch (NoSuchFileException missing) {
      return whole(file, said, ProblemCode.NOT_FOUND, "there is no file " + file);
    } catch (IOException failure) {
      return whole(file, said, ProblemCode.NOT_FOUND, file + " cannot be read");
    }
  }

  private FileResult publish(Path file, ReportForm form, Progress progress)
      throws IOException, UnreadableFile {
    PublishedReports published = new PublishedReports();
    AtomicLong rows = new AtomicLong();
    forEachRow(
        file,
        form,
        (row, filled) -> {
          if (filled instanceof Filled.Complete complete) {
            published.expect(complete.report());
          }
          progress.at(Step.CHECKING, rows.incrementAndGet(), 0);
        });
    new TopicScan(settings, form.type())
        .into(published, (done, total) -> progress.at(Step.COMPARING, done, total));
    Publication publication = new Publication(publisher, published, rules.clock());
    AtomicLong done = new AtomicLong();
    forEachRow(
        file,
        form,
        (row, filled) -> {
          publication.take(row, filled);
          progress.at(Step.PUBLISHING, done.incrementAndGet(), rows.get());
        });
    return publication.finish(file, form.type());
  }

  private interface RowTaker {
    void take(long row, Filled filled);
  }

  /** Reads every row as a form; where the file breaks off is a row with the reason. */
  private void forEachRow(Path file, ReportForm form, RowTaker taker)
      throws IOException, UnreadableFile {
    try (Rows rows = Rows.open(file)) {
      Header header = Header.of(rows.next().orElseThrow());
      try {
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
          taker.take(row.get().number(), form.fill(header.entries(row.get(), form), rules));
        }
      } catch (UnreadableFile rest) {
        Problem problem = new Problem("", ProblemCode.BAD_TEXT, "the file " + rest.getMessage());
        taker.take(rest.row(), new Filled.Refused(List.of(problem)));
      }
    }
  }

  private static FileResult refused(Path file, TypeSearch.NotFound search) {
    return FileResult.refused(file, search.nearest(), search.problems());
  }

  private static FileResult whole(
      Path file, Optional<ReportType> type, ProblemCode code, String message) {
    return FileResult.refused(file, type, List.of(new Problem("", code, message)));
  }
}
