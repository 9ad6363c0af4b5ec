package dev.paca.faults.watch;

import dev.paca.registry.RegistryAvroDeserializer;
import dev.paca.registry.SerdeFailure;
import dev.paca.rejections.Rejected;
import dev.paca.scores.ScoreChange;
import dev.paca.scoring.province.Provinces;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Follows every output topic, committed records only, from the first record on, and says what a
 * reader must never see.
 *
 * <p><b>What is torn.</b> Scoring sends one flush to five partitions (serving, province scores,
 * criterion scores, score changes, rankings) in one transaction, perhaps several flushes in one. A
 * transaction becomes visible on each partition by a marker of its own, and a fetch may end within
 * it: so a reader of two partitions may see a flush here and not yet there, and that is not torn.
 * But one task after another writes them, each fenced off before the next begins, so every
 * partition holds the same flushes in the same order. From this follows, at every moment and
 * without a clock:
 *
 * <ul>
 *   <li>on the serving topic a coverage record ends each flush, and then every score is that of the
 *       tally and rubric served beside it (so a total is the sum of its criteria) and every ranking
 *       that of the totals it ranks ({@link ServedState});
 *   <li>under each key the public topics say what the serving topic says, in its order: a score,
 *       the criteria that changed with it, a change for each whose points did, a ranking ({@link
 *       SaidByServing});
 *   <li>who has seen something of a later flush on a partition has seen all that the flushes before
 *       it said there, and who has read a flush on the serving topic to its end knows all that it
 *       says elsewhere ({@link Counterparts}): what is missing then is half a transaction;
 *   <li>once all is quiet, nothing is left without its counterpart ({@link #conclude}).
 * </ul>
 *
 * <p>Also on each partition alone: offsets grow and nothing read is ever gone, coverage never goes
 * backwards, a change begins where the one before it ended, a position is rejected once.
 *
 * <p>It must see every record, so compaction must not overtake it: {@link #start} refuses topics
 * that a broker may compact within the hour. Give the brokers of a test {@code
 * log.cleaner.min.compaction.lag.ms} beyond its length.
 */
public final class OutputWatch implements AutoCloseable {
  private final Violations violations = new Violations();
  private final Committed committed = new Committed();
  private final SaidByServing said = new SaidByServing(committed, violations);
  private final ServedFlushes flushes = new ServedFlushes(Provinces.standard(), said, violations);
  private final Chains chains = new Chains(violations);
  private final Deserializer<SpecificRecord> values = new RegistryAvroDeserializer();
  private final Map<String, Long> offsets = new HashMap<>();
  private final Following following;

  private OutputWatch(Map<String, Object> clientSettings) {
    values.configure(clientSettings, false);
    following =
        new Following(
            clientSettings, this::take, () -> said.settled() && flushes.whole(), violations);
  }

  /**
   * Starts to read and returns.
   *
   * @param clientSettings bootstrap servers, the registry and whatever else clients need
   * @throws IllegalStateException when a topic is missing or may be compacted meanwhile
   */
  public static OutputWatch start(Map<String, Object> clientSettings) {
    Uncompacted.require(clientSettings);
    OutputWatch watch = new OutputWatch(clientSettings);
    watch.following.start();
    return watch;
  }

  /** What was seen so far that must not be: topic, partition, offset, and what is wrong. */
  public List<String> violations() {
    return violations.list();
  }

  /** All totals and rankings seen so far. */
  public Committed committed() {
    return committed;
  }

  /** Records read so far. */
  public long records() {
    return following.records();
  }

  /**
   * Reads to the end of what is committed now, waits until every record has its counterpart, and
   * says all violations; call it when nothing is published any more. What is still alone after so
   * long is half a transaction. Nothing is read afterwards.
   */
  public List<String> conclude(Duration patience) {
    boolean settled = following.readToEnd(patience);
    following.close();
    if (!settled) {
      violations.add(following.at(), "not all was read or found its counterpart");
      said.conclude();
      flushes.conclude();
    }
    return violations();
  }

  @Override
  public void close() {
    following.close();
  }

  /** Throws what the registry throws while it is away: the record is then given once more. */
  private void take(ConsumerRecord<byte[], byte[]> found) {
    RecordAt at = RecordAt.of(found);
    Optional<Object> value = value(found);
    Long before = offsets.put(found.topic() + "-" + found.partition(), found.offset());
    violations.unless(
        before == null || found.offset() > before, at, "is delivered after offset " + before);
    String key = new String(found.key(), StandardCharsets.UTF_8);
    if (found.topic().equals(Topics.SERVING)) {
      flushes.take(found);
    } else if (value.isPresent() && value.get() instanceof Rejected record) {
      chains.rejected(at, key, record);
    } else {
      if (value.isPresent() && value.get() instanceof ScoreChange change) {
        chains.change(at, key, change);
      }
      said.seen(at, key, value);
    }
  }

  private Optional<Object> value(ConsumerRecord<byte[], byte[]> found) {
    if (found.topic().equals(Topics.SERVING) || found.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(values.deserialize(found.topic(), found.value()));
    } catch (RuntimeException e) {
      throw SerdeFailure.of(e, found.value());
    }
  }
}
