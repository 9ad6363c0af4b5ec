package dev.paca.streams.routing;

import dev.paca.scoring.report.Revisions;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.LedgerEntries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Partitions in memory; every question is answered with all of their reports. */
final class MemoryShards implements Shards {
  private final Map<Integer, Shard> shards = new HashMap<>();

  MemoryShards owns(int partition, Revisions... reports) {
    return with(partition, OptionalLong.empty(), reports);
  }

  MemoryShards copies(int partition, long behindMs, Revisions... reports) {
    return with(partition, OptionalLong.of(behindMs), reports);
  }

  private MemoryShards with(int partition, OptionalLong behind, Revisions... reports) {
    AvroCodec<dev.paca.internal.LedgerEntry> codec =
        new AvroCodec<>(dev.paca.internal.LedgerEntry.class);
    List<byte[]> values =
        List.of(reports).stream().map(report -> codec.encode(LedgerEntries.entry(report))).toList();
    shards.put(partition, new InMemory(partition, behind, values));
    return this;
  }

  @Override
  public Optional<Shard> open(StoreQuestion question, int partition, boolean mayBeBehind) {
    return Optional.ofNullable(shards.get(partition))
        .filter(shard -> mayBeBehind || shard.behindMs().isEmpty());
  }

  private record InMemory(int partition, OptionalLong behindMs, List<byte[]> values)
      implements Shard {
    @Override
    public void read(Consumer<byte[]> each) {
      values.forEach(each);
    }
  }
}
