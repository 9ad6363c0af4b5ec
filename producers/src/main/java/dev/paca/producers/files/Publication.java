package dev.paca.producers.files;

import dev.paca.producers.form.Filled;
import dev.paca.producers.publish.PublishFailed;
import dev.paca.producers.publish.PublishedReports;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.scoring.report.ReportType;
import dev.paca.topics.Position;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;

/** One file on its way: counts its rows and gathers what the broker answers. */
final class Publication {
  private final ReportPublisher publisher;
  private final PublishedReports known;
  private final Clock clock;
  private final List<RefusedRow> refused = new ArrayList<>();
  private final AtomicReference<Position> position = new AtomicReference<>(Position.NONE);
  private final AtomicReference<PublishFailed> failure = new AtomicReference<>();
  private long published;
  private long unchanged;

  Publication(ReportPublisher publisher, PublishedReports known, Clock clock) {
    this.publisher = publisher;
    this.known = known;
    this.clock = clock;
  }

  void take(long row, Filled filled) {
    if (filled instanceof Filled.Refused wrong) {
      refused.add(new RefusedRow(row, wrong.problems()));
    } else if (filled instanceof Filled.Complete complete) {
      take(complete.report());
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // answered() hears it, and finish() waits.
  private void take(SpecificRecord report) {
    if (known.contains(report)) {
      unchanged++;
      return;
    }
    // After a failure the rest would only wait for the same timeout, row by row.
    throwFailure();
    publisher.publish(report).whenComplete(this::answered);
    known.publishing(report, clock.millis());
    published++;
  }

  private void answered(Position acknowledged, Throwable thrown) {
    if (thrown == null) {
      position.updateAndGet(acknowledged::plus);
    } else {
      Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
      failure.compareAndSet(null, (PublishFailed) cause);
    }
  }

  private void throwFailure() {
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /**
   * Waits for every acknowledgement.
   *
   * @throws PublishFailed when one did not come
   */
  FileResult finish(Path file, ReportType type) {
    publisher.flush();
    throwFailure();
    return new FileResult(
        file,
        Optional.of(type),
        List.of(),
        published,
        unchanged,
        List.copyOf(refused),
        position.get());
  }
}
