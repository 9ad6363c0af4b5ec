package dev.paca.producers.files;

import dev.paca.problems.Problem;
import dev.paca.scoring.report.ReportType;
import dev.paca.topics.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param type empty when it could not be told
 * @param problems why the file as a whole is refused, each with its column as field; then nothing
 *     of it is published
 * @param published rows that are on the topic now, acknowledged
 * @param unchanged rows that were there already
 * @param refused rows with something wrong, from top to bottom
 * @param position covers every row published
 */
public record FileResult(
    Path file,
    Optional<ReportType> type,
    List<Problem> problems,
    long published,
    long unchanged,
    List<RefusedRow> refused,
    Position position) {

  /** Whether every row is published, now or before. */
  public boolean isComplete() {
    return problems.isEmpty() && refused.isEmpty();
  }

  static FileResult refused(Path file, Optional<ReportType> type, List<Problem> problems) {
    return new FileResult(file, type, problems, 0, 0, List.of(), Position.NONE);
  }
}
