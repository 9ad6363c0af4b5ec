package dev.paca.streams.serving;

import dev.paca.streams.query.TruthView;
import java.time.Clock;
import java.time.Instant;

/** How true an answer from a served state is. */
record Truths(ServedTables tables, Clock clock) {
  TruthView of(Served served) {
    long heardAt = tables.heardAt();
    return new TruthView(
        served.asOf() == 0 ? null : Instant.ofEpochMilli(served.asOf()).toString(),
        heardAt == 0 ? -1 : Math.max(0, clock.millis() - heardAt),
        served.covers());
  }
}
