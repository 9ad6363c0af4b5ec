package dev.paca.cli.rejected;

import dev.paca.scoring.report.Report;
import org.apache.avro.specific.SpecificRecord;

/**
 * A report that passed the checks and may be replayed.
 *
 * @param value the bytes to publish
 * @param mended false: the bytes as they came
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Candidate(SpecificRecord body, byte[] value, boolean mended) {
  Report report() {
    return Report.of(body);
  }
}
