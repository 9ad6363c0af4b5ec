package dev.paca.streams.ledger;

import dev.paca.internal.Coverage;
import dev.paca.internal.TallySource;
import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.rejections.Rejected;
import dev.paca.reports.Appraisal;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.scoring.tally.Tallies;
import dev.paca.streams.freshness.LedgerFreshness;
import dev.paca.streams.intake.Arrival;
import dev.paca.streams.intake.Rejections;
import dev.paca.streams.matters.MatterMessages;
import dev.paca.streams.partials.Gathering;
import dev.paca.streams.partials.PartialsOutbox;
import dev.paca.streams.partials.Rounds;
import dev.paca.streams.rubrics.Places;
import dev.paca.streams.rubrics.RubricTable;
import dev.paca.streams.store.LedgerEntryWriter;
import dev.paca.streams.watch.RecordCounts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps what is known of every report of its partition and, from it, the partition's tallies.
 *
 * <p>To {@code partialsTo}: changed tallies (absolute, coalesced), freshness and coverage. To
 * {@code mattersTo}: reports with a case number, keyed so that one matter meets in one partition,
 * and coverage for each of its partitions. To {@code rejectedTo}: what intake or a revision
 * conflict turned away.
 */
public final class LedgerProcessor implements Processor<byte[], Arrival, Object, Object> {
  private final Provinces provinces;
  private final RubricTable rubricTable;
  private final int matterPartitions;
  private final Rounds rounds;
  private final LedgerChildren children;
  private final RecordCounts counts;
  private final ReporterIndexes indexes;

  private final LedgerStore ledger = new LedgerStore();
  private final LedgerEntryWriter entries = new LedgerEntryWriter();
  private final MatterMessages matterMessages = new MatterMessages();
  private ProcessorContext<Object, Object> context;
  private KeyValueStore<byte[], byte[]> store;
  private KeyValueStore<byte[], byte[]> rubricStore;
  private RubricTable.InForce inForce;
  private Tallies tallies;
  private PartialsOutbox outbox;
  private InputCoverage coverage;
  private LedgerFreshness freshness;
  private ReporterIndex reporters = new ReporterIndex();
  private final Gathering gathering = Gathering.ofOnePartition();

  public LedgerProcessor(
      Provinces provinces,
      RubricTable rubricTable,
      int matterPartitions,
      Rounds rounds,
      LedgerChildren children,
      RecordCounts counts,
      ReporterIndexes indexes) {
    this.provinces = provinces;
    this.rubricTable = rubricTable;
    this.matterPartitions = matterPartitions;
    this.rounds = rounds;
    this.children = children;
    this.counts = counts;
    this.indexes = indexes;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    store = context.getStateStore(LedgerStore.NAME);
    rubricStore = context.getStateStore(RubricTable.STORE);
    coverage = new InputCoverage(context.taskId().partition(), store);
    reporters = indexes.begin(context.taskId().partition());
    place(rubricTable.read(rubricStore));
    indexes.built(context.taskId().partition(), reporters);
    rounds.schedule(context, this::flush);
  }

  /** Rebuilds the tallies under these rubrics and tells every place, for each may have changed. */
  private void place(RubricTable.InForce rubrics) {
    inForce = rubrics;
    outbox = new PartialsOutbox(TallySource.LEDGER, context.taskId().partition());
    tallies = new Tallies(new Placer(provinces, rubrics.rubrics()));
    freshness = new LedgerFreshness(context.taskId().partition(), provinces);
    ledger.scan(
        store,
        revisions -> {
          tallies.add(
              revisions, coverage.untold(revisions) ? outbox::touch : (place, report) -> {});
          freshness.add(revisions);
          reporters.add(revisions);
          coverage.kept(revisions);
        });
    coverage.placedAnew();
    Set<Place> places = new LinkedHashSet<>(Places.of(rubrics.rubrics(), provinces));
    outbox.touchAll(places);
    coverage.lost().stream()
        // Of a place that nobody ranks any more nothing is told.
        .filter(each -> places.contains(each.place()))
        .forEach(each -> outbox.touch(each.place(), each.group(), each.path()));
  }

  @Override
  public void process(Record<byte[], Arrival> record) {
    gathering.read(1);
    if (record.value() instanceof Arrival.Accepted arrival) {
      file(arrival, arrival.filed(), record.timestamp());
    } else if (record.value() instanceof Arrival.Refused refused) {
      Rejected rejected = refused.rejected();
      reject(rejected, record.timestamp());
      count(rejected.getTopic(), record.timestamp(), RecordCounts.Outcome.REJECTED);
      coverage.passed(rejected.getTopic(), rejected.getOffset(), record.timestamp());
    }
  }

  private void file(Arrival.Accepted arrival, Filed filed, long timestamp) {
    Optional<Revisions> before = ledger.get(store, filed.report().key());
    Revisions.Outcome outcome = Revisions.file(before, filed);
    RecordCounts.Outcome became =
        switch (outcome.decision()) {
          case ACCEPTED -> accept(before, outcome.now(), arrival, timestamp);
          case CONFLICT -> {
            reject(conflict(arrival, filed, timestamp), timestamp);
            yield RecordCounts.Outcome.REJECTED;
          }
          case DUPLICATE -> RecordCounts.Outcome.DUPLICATE;
          case OLDER -> RecordCounts.Outcome.OLDER;
        };
    count(arrival.topic(), timestamp, became);
    if (outcome.decision() != Revisions.Decision.ACCEPTED) {
      coverage.passed(arrival.topic(), filed.offset(), filed.receivedAt());
    }
  }

  private void count(String topic, long timestamp, RecordCounts.Outcome outcome) {
    counts.count(topic, context.taskId().partition(), timestamp, outcome);
  }

  private RecordCounts.Outcome accept(
      Optional<Revisions> before, Revisions now, Arrival.Accepted arrival, long timestamp) {
    byte[] entry = entries.encode(now, arrival.filed(), arrival.plain());
    reporters.add(now);
    ledger.put(store, now.key(), entry);
    coverage.kept(now);
    boolean counts = replace(before, now);
    freshness.replace(before, now);
    matterMessages
        .events(before, now, entry)
        .forEach(event -> send(event.key(), event.value(), timestamp, children.matters()));
    if (arrival.filed().report().retracted()) {
      return RecordCounts.Outcome.RETRACTED;
    }
    return counts ? RecordCounts.Outcome.COUNTED : RecordCounts.Outcome.UNCOUNTED;
  }

  /** Whether it counts anywhere now. */
  private boolean replace(Optional<Revisions> before, Revisions now) {
    if (before.filter(old -> takesBack(old, now)).isEmpty()) {
      return tallies.replace(before, now, outbox::touch);
    }
    return tallies.replace(
        before,
        now,
        (place, report) -> {
          outbox.touch(place, report);
          coverage.lost(place, report);
        });
  }

  /**
   * Whether a place may be left, of which the ledger knows nothing from then on: were that not kept
   * in the transaction that does it, the cause would be lost with a task that dies before its
   * flush.
   */
  private static boolean takesBack(Revisions before, Revisions now) {
    Report was = before.latest().report();
    Report is = now.latest().report();
    return is.retracted()
        || !was.province().equals(is.province())
        || !was.occurredOn().equals(is.occurredOn())
        || (is.body() instanceof Appraisal later
            && was.body() instanceof Appraisal earlier
            && !decidesAs(earlier, later));
  }

  /** Then the criterion has other points by the same report, of which the ledger knows. */
  private static boolean decidesAs(Appraisal one, Appraisal other) {
    return one.getAssessmentYear() == other.getAssessmentYear()
        && one.getCriterion().equals(other.getCriterion());
  }

  private static Rejected conflict(Arrival.Accepted arrival, Filed filed, long timestamp) {
    Problem conflict =
        new Problem(
            "revision",
            ProblemCode.REVISION_CONFLICT,
            "revision "
                + filed.revision()
                + " of "
                + filed.report().key().path()
                + " was reported before with other content; a correction has a higher revision");
    return Rejections.rejected(
        arrival.topic(),
        filed.partition(),
        filed.offset(),
        timestamp,
        arrival.key(),
        arrival.value(),
        List.of(conflict));
  }

  private void reject(Rejected rejected, long timestamp) {
    counts.rejected(rejected.getCode());
    context.forward(
        new Record<>(Rejections.key(rejected), rejected, timestamp), children.rejected());
  }

  private void flush(long now) {
    RubricTable.InForce rubrics = rubricTable.read(rubricStore);
    if (rubrics.generation() != inForce.generation()) {
      place(rubrics);
    } else if (!gathering.due(now, outbox.size())) {
      return;
    }
    tell(now);
    gathering.told(now, context.currentSystemTimeMs());
  }

  private void tell(long now) {
    Optional<Coverage> covered = coverage.tell(inForce.newest());
    outbox.flush(
        tallies::of,
        inForce.newest(),
        covered.stream().toList(),
        message -> send(null, message, now, children.partials()));
    covered.ifPresent(
        each -> {
          freshness.advance();
          passOn(each, now);
          context.commit();
        });
    freshness.flush(
        now,
        coverage.nextOffsets(),
        each -> ledger.scan(store, each),
        message -> send(null, message, now, children.partials()));
  }

  /** Matters are up to it once they have it too. */
  private void passOn(Coverage covered, long now) {
    byte[] message = matterMessages.coverage(covered);
    for (int partition = 0; partition < matterPartitions; partition++) {
      send(MatterMessages.toPartition(partition), message, now, children.matters());
    }
  }

  private void send(byte[] key, byte[] value, long timestamp, String child) {
    context.forward(new Record<>(key, value, timestamp), child);
  }

  @Override
  public void close() {
    indexes.end(reporters);
  }
}
