package dev.paca.streams.scoring;

import dev.paca.internal.TallySource;

/** Which partition of what a tally or coverage comes from. */
record Source(TallySource source, int partition) {
  /** In keys, for ever; not the enum's ordinal by accident. */
  byte number() {
    return (byte) (source == TallySource.LEDGER ? 1 : 2);
  }

  /** Written out, for every tally that comes is looked up by it: a record's own is slow. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Source from && source == from.source && partition == from.partition;
  }

  @Override
  public int hashCode() {
    return 31 * partition + number();
  }
}
