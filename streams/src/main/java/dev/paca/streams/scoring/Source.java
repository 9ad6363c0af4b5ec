package dev.paca.streams.scoring;

import dev.paca.internal.TallySource;

/** Which partition of what a tally or coverage comes from. */
record Source(TallySource source, int partition) {
  /** In keys, for ever; not the enum's ordinal by accident. */
  byte number() {
    return (byte) (source == TallySource.LEDGER ? 1 : 2);
  }
}
