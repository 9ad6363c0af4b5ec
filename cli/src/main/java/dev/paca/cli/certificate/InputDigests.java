package dev.paca.cli.certificate;

import dev.paca.streams.recount.Entry;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A digest of each partition, chained over its records: of the 32 bytes before and the record, at
 * first of 32 zeros. So records of other partitions may come in between in any way.
 */
final class InputDigests implements Consumer<Entry> {
  private static final int LENGTH = 32;

  private final Map<String, Chain> chains = new TreeMap<>();
  private final MessageDigest sha256 = Sha256.digest();

  @Override
  public void accept(Entry entry) {
    chains.computeIfAbsent(entry.topicPartition(), partition -> new Chain(entry)).add(entry);
  }

  /**
   * @param partitions topic → how many it has; those without records are listed too, for their
   *     number decides which records count
   */
  Certificate.Input input(Map<String, Integer> partitions) {
    // An export that was tampered with may hold records of partitions that its manifest lacks.
    Set<String> names = new TreeSet<>(chains.keySet());
    partitions.forEach(
        (topic, count) -> {
          for (int i = 0; i < count; i++) {
            names.add(topic + "-" + i);
          }
        });
    return Certificate.Input.of(names.stream().map(this::partition).toList());
  }

  private Certificate.Partition partition(String name) {
    Chain chain = chains.get(name);
    return chain == null
        ? new Certificate.Partition(name, 0, 0, 0, Sha256.hex(new byte[LENGTH]))
        : new Certificate.Partition(
            name, chain.first, chain.next, chain.records, Sha256.hex(chain.digest));
  }

  private final class Chain {
    private final long first;
    private long next;
    private long records;
    private byte[] digest = new byte[LENGTH];

    Chain(Entry first) {
      this.first = first.offset();
    }

    void add(Entry entry) {
      sha256.update(digest);
      digest = sha256.digest(CanonicalRecord.bytes(entry));
      next = entry.offset() + 1;
      records++;
    }
  }
}
