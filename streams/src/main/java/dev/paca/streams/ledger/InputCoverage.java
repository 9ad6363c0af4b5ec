package dev.paca.streams.ledger;

import dev.paca.internal.Coverage;
import dev.paca.internal.TallySource;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Place;
import dev.paca.streams.partials.Causes;
import dev.paca.streams.store.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far one ledger partition has read its topics, since they began, and how much of that it has
 * told. A task may be committed and die before it has said so, and nobody reads those records
 * again: what was read last is known from the reports that were kept, and of records that left none
 * from what is written down beside them.
 *
 * <p>In the store {@code reports}, where keys of reports begin with 1 to 7: a store of its own
 * would be one more partition in every transaction.
 *
 * <ul>
 *   <li>UTF-8 topic → next offset (8), broker time in ms (8), as of the last record that was turned
 *       away or changed nothing
 *   <li>byte 0 → layout byte, Avro {@link Coverage} as it was told last
 *   <li>byte 8, UTF-8 {@code YEAR/PROVINCE}, byte 0, group of causes, byte 0, {@code
 *       type/AGENCY/REPORTID} → nothing: what a place lost and nobody was told yet, of which the
 *       ledger itself knows nothing any more
 * </ul>
 */
public final class InputCoverage {
  private static final byte[] TOLD = {0};
  private static final byte LOST = LedgerStore.BEHIND_REPORTS;
  private static final byte[] NOTHING = {};

  private final int partition;
  private final AvroCodec<Coverage> codec = new AvroCodec<>(Coverage.class);
  private final KeyValueStore<byte[], byte[]> store;
  private final Map<String, Long> nextOffsets = new HashMap<>();
  private final Map<String, Long> told = new HashMap<>();
  private final Set<Lost> lost = new LinkedHashSet<>();
  private long asOf;
  private boolean advanced;

  /**
   * A report that a place may have lost.
   *
   * @param group of causes it belongs to
   * @param path type/AGENCY/REPORTID
   */
  record Lost(Place place, String group, String path) {
    private byte[] key() {
      return ((char) LOST + place.key() + "\0" + group + "\0" + path)
          .getBytes(StandardCharsets.UTF_8);
    }

    private static Lost of(byte[] key) {
      String[] parts = new String(key, 1, key.length - 1, StandardCharsets.UTF_8).split("\0", -1);
      String[] place = parts[0].split("/", 2);
      return new Lost(new Place(Integer.parseInt(place[0]), place[1]), parts[1], parts[2]);
    }
  }

  InputCoverage(int partition, KeyValueStore<byte[], byte[]> store) {
    this.partition = partition;
    this.store = store;
    Optional.ofNullable(store.get(TOLD))
        .ifPresent(value -> told.putAll(codec.decode(value).getNextOffsets()));
    try (KeyValueIterator<byte[], byte[]> rest = store.range(new byte[] {LOST}, null)) {
      while (rest.hasNext()) {
        KeyValue<byte[], byte[]> entry = rest.next();
        if (entry.key[0] == LOST) {
          lost.add(Lost.of(entry.key));
        } else {
          ByteBuffer value = ByteBuffer.wrap(entry.value);
          covers(new String(entry.key, StandardCharsets.UTF_8), value.getLong(), value.getLong());
        }
      }
    }
  }

  /**
   * Whether it was kept since the last time that anything was told, perhaps by the task before this
   * one.
   */
  boolean untold(Revisions revisions) {
    long next = told.getOrDefault(revisions.key().type().topic(), 0L);
    return revisions.filed().stream().anyMatch(filed -> filed.offset() >= next);
  }

  /** A report that the ledger keeps. */
  void kept(Revisions revisions) {
    for (Filed filed : revisions.filed()) {
      covers(revisions.key().type().topic(), filed.offset() + 1, filed.receivedAt());
    }
  }

  /** A record that leaves nothing in the ledger. */
  void passed(String topic, long offset, long timestamp) {
    covers(topic, offset + 1, timestamp);
    store.put(
        topic.getBytes(StandardCharsets.UTF_8),
        ByteBuffer.allocate(2 * Long.BYTES).putLong(offset + 1).putLong(timestamp).array());
  }

  /** A place may have lost a report: kept until it is told. */
  void lost(Place place, Report report) {
    Lost each = new Lost(place, Causes.group(report), report.key().path());
    if (lost.add(each)) {
      store.put(each.key(), NOTHING);
    }
  }

  /** What places lost and nobody was told yet, perhaps by the task before this one. */
  List<Lost> lost() {
    return List.copyOf(lost);
  }

  private void covers(String topic, long next, long timestamp) {
    nextOffsets.merge(topic, next, Math::max);
    asOf = Math.max(asOf, timestamp);
    advanced = true;
  }

  /** All is placed anew, of which has to be told. */
  void placedAnew() {
    advanced = !nextOffsets.isEmpty();
  }

  /**
   * What there is to tell, if anything; from then on it is told.
   *
   * @param placedBy offset of the newest of the rubrics by which all was placed
   */
  Optional<Coverage> tell(long placedBy) {
    if (!advanced) {
      return Optional.empty();
    }
    advanced = false;
    Coverage coverage = coverage(placedBy);
    told.putAll(coverage.getNextOffsets());
    store.put(TOLD, codec.encode(coverage));
    lost.forEach(each -> store.delete(each.key()));
    lost.clear();
    return Optional.of(coverage);
  }

  /** Topic → how far it was read. */
  Map<String, Long> nextOffsets() {
    return Collections.unmodifiableMap(nextOffsets);
  }

  private Coverage coverage(long placedBy) {
    return new Coverage(
        TallySource.LEDGER, partition, partition, new TreeMap<>(nextOffsets), asOf, placedBy);
  }
}
