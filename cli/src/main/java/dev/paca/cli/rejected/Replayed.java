package dev.paca.cli.rejected;

import dev.paca.rejections.Replay;
import dev.paca.topics.Position;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * A replay that is committed.
 *
 * @param at by the broker
 */
record Replayed(Replay record, Instant at) {

  /** Where the replayed report stands: a query with this token waits until it is counted. */
  Position position() {
    return Position.of(record.getTopic(), record.getPartition(), record.getOffset());
  }

  /** {@code by an at 2026-03-01T11:00:00+07:00 as paca.audits-2@123}. */
  String words(ZoneId zone) {
    String when =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    String note = record.getNote() == null ? "" : " (" + record.getNote() + ")";
    return "by " + record.getBy() + " at " + when + " as " + position().format() + note;
  }
}
