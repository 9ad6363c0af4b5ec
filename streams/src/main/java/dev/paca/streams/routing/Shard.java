package dev.paca.streams.routing;

import java.util.OptionalLong;
import java.util.function.Consumer;

/** What one partition answers. */
public interface Shard {
  int partition();

  /** Empty from the owner; from a standby, milliseconds that it may be behind the owner at most. */
  OptionalLong behindMs();

  /** The stored values: layout byte, Avro {@link dev.paca.internal.LedgerEntry}. */
  void read(Consumer<byte[]> each);
}
