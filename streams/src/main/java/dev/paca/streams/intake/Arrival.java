package dev.paca.streams.intake;

import dev.paca.rejections.Rejected;
import dev.paca.scoring.report.Filed;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What intake makes of one record: every record goes on to the ledger, whose coverage counts it.
 */
public sealed interface Arrival {

  /**
   * A report that passed intake, with the record it came in, in case the ledger must turn it away.
   *
   * @param plain the report in Avro's binary encoding as this release would write it, if that is
   *     how it came
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Accepted(Filed filed, String topic, byte[] key, byte[] value, Optional<ByteBuffer> plain)
      implements Arrival {}

  /** A record that is turned away. */
  record Refused(Rejected rejected) implements Arrival {}
}
