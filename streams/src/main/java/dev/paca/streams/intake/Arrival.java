package dev.paca.streams.intake;

import dev.paca.rejections.Rejected;
import dev.paca.scoring.report.Filed;

/**
 * What intake makes of one record: every record goes on to the ledger, whose coverage counts it.
 */
public sealed interface Arrival {

  /**
   * A report that passed intake, with the record it came in, in case the ledger must turn it away.
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Accepted(Filed filed, String topic, byte[] key, byte[] value) implements Arrival {}

  /** A record that is turned away. */
  record Refused(Rejected rejected) implements Arrival {}
}
