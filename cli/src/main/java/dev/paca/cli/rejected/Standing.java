package dev.paca.cli.rejected;

import dev.paca.cli.console.CommandFailed;
import dev.paca.problems.ProblemCode;
import dev.paca.rejections.Rejected;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import dev.paca.topics.Position;
import java.util.Optional;

/** What a replayed report would be to what is known under its key. */
final class Standing {
  private Standing() {}

  /**
   * Fails where the replay would be turned away again, would change nothing, or would replace what
   * its agency has said since. A report that states no revision takes its place by the time at
   * which it was published first: else an old one, replayed late, would win over its own
   * correction.
   *
   * @param known what the input holds under the report's key
   */
  static void check(Optional<Revisions> known, Rejected rejected, Report report, long now) {
    long revision = report.revision().orElse(rejected.getTimestamp().toEpochMilli());
    Filed candidate = new Filed(report, revision, now, rejected.getPartition(), Long.MAX_VALUE);
    Revisions.Decision decision = Revisions.file(known, candidate).decision();
    if (decision == Revisions.Decision.ACCEPTED) {
      return;
    }
    Filed latest = known.orElseThrow().latest();
    String path = report.key().path();
    String at = Position.of(report.type().topic(), latest.partition(), latest.offset()).format();
    switch (decision) {
      case CONFLICT ->
          throw new Refused(
              "revision",
              ProblemCode.REVISION_CONFLICT,
              "revision %d of %s is at %s with other content; a correction has a higher revision"
                  .formatted(revision, path, at));
      case DUPLICATE ->
          throw new CommandFailed(
              "%s says the same at %s already, so nothing was published".formatted(path, at));
      default ->
          throw new CommandFailed(
              "%s was reported since, at %s, and that counts, so nothing was published; what is to replace it must state a revision above %d"
                  .formatted(path, at, latest.revision()));
    }
  }
}
