package dev.paca.streams.routing;

import java.util.Optional;

/** The partitions that one instance keeps. */
public interface Shards {
  /**
   * Opens a partition to be read once, at once.
   *
   * @param mayBeBehind whether a standby's copy will do
   * @return empty when it cannot be read here: another instance has it, or it is being restored
   */
  Optional<Shard> open(StoreQuestion question, int partition, boolean mayBeBehind);
}
