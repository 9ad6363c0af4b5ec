package dev.paca.streams.matters;

import dev.paca.internal.Coverage;
import dev.paca.internal.MatterEvent;
import dev.paca.internal.TallySource;
import dev.paca.scoring.matter.MatterCount;
import dev.paca.scoring.matter.MatterTallies;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.partials.Gathering;
import dev.paca.streams.partials.PartialsOutbox;
import dev.paca.streams.partials.Rounds;
import dev.paca.streams.rubrics.Places;
import dev.paca.streams.rubrics.RubricTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the reports on every matter of its partition and sends the {@code matters.*} tallies they
 * give, then the ledgers' coverage: whoever has both knows that the matters are up to it.
 */
public final class MattersProcessor implements Processor<byte[], byte[], Object, Object> {
  private final Provinces provinces;
  private final RubricTable rubricTable;
  private final Rounds rounds;

  private final MatterStore matters = new MatterStore();
  private final MatterMessages messages = new MatterMessages();
  private ProcessorContext<Object, Object> context;
  private KeyValueStore<byte[], byte[]> store;
  private KeyValueStore<byte[], byte[]> rubricStore;
  private RubricTable.InForce inForce;
  private MatterTallies tallies;
  private PartialsOutbox outbox;
  private PassedOn passedOn;
  private boolean placedAnew;
  private boolean toCommit;
  private final Gathering gathering = Gathering.ofOnePartition();

  public MattersProcessor(Provinces provinces, RubricTable rubricTable, Rounds rounds) {
    this.provinces = provinces;
    this.rubricTable = rubricTable;
    this.rounds = rounds;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    store = context.getStateStore(MatterStore.NAME);
    rubricStore = context.getStateStore(RubricTable.STORE);
    passedOn = new PassedOn(matters, store);
    place(rubricTable.read(rubricStore));
    rounds.schedule(context, this::flush);
  }

  /** As the ledger does: what was touched and not told yet is touched again. */
  private void place(RubricTable.InForce rubrics) {
    inForce = rubrics;
    outbox = new PartialsOutbox(TallySource.MATTERS, context.taskId().partition());
    tallies = new MatterTallies(new Placer(provinces, rubrics.rubrics()));
    matters.scan(
        store,
        (id, reports) ->
            tallies.replace(
                id,
                List.of(),
                reports,
                passedOn.untold(reports) ? outbox::touch : (place, report) -> {}));
    outbox.touchAll(Places.of(rubrics.rubrics(), provinces));
    placedAnew = true;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    gathering.read(1);
    Object message = messages.decode(record.value());
    if (message instanceof MatterEvent event) {
      learn(event);
    } else if (message instanceof Coverage coverage) {
      passOn(coverage);
    }
  }

  private void learn(MatterEvent event) {
    String matterId = event.getMatterId();
    Optional<Revisions> told = matters.report(event);
    if (told.filter(is -> MatterCount.mayBeBy(matterId, is)).isPresent()
        || matters.report(store, event).filter(w -> MatterCount.mayBeBy(matterId, w)).isPresent()) {
      count(event, told);
    }
    matters.apply(store, event);
    told.ifPresent(is -> passedOn.heardFrom(is.latest().partition()));
  }

  /** Counts the matter anew, which takes all of its reports. */
  private void count(MatterEvent event, Optional<Revisions> told) {
    List<Revisions> before = matters.reports(store, event.getMatterId());
    List<Revisions> after = new ArrayList<>(before);
    after.removeIf(each -> each.key().path().equals(event.getReport()));
    told.ifPresent(after::add);
    Set<Place> touched = new HashSet<>();
    tallies.replace(
        event.getMatterId(),
        before,
        after,
        (place, report) -> {
          outbox.touch(place, report);
          touched.add(place);
        });
    if (!before.isEmpty()) {
      // What a place loses leaves no trace here, so that it would be lost with this task.
      outbox.flush(touched, tallies::of, inForce.newest(), this::send);
    }
  }

  /**
   * At once, behind the tallies it is about: kept for the next flush it would be lost with a task
   * that is committed and dies before, for the record is not read again.
   */
  private void passOn(Coverage coverage) {
    outbox.flush(tallies::of, inForce.newest(), List.of(own(coverage)), this::send);
    passedOn.told(coverage);
    toCommit = true;
  }

  private Coverage own(Coverage coverage) {
    return new Coverage(
        TallySource.MATTERS,
        context.taskId().partition(),
        coverage.getLedgerPartition(),
        coverage.getNextOffsets(),
        coverage.getAsOf(),
        inForce.newest());
  }

  private void flush(long now) {
    if (toCommit) {
      toCommit = false;
      context.commit();
    }
    RubricTable.InForce rubrics = rubricTable.read(rubricStore);
    if (rubrics.generation() != inForce.generation()) {
      place(rubrics);
    } else if (!gathering.due(now, outbox.size())) {
      return;
    }
    List<Coverage> covered =
        placedAnew ? passedOn.all().stream().map(this::own).toList() : List.of();
    placedAnew = false;
    outbox.flush(tallies::of, inForce.newest(), covered, this::send);
    gathering.told(now, context.currentSystemTimeMs());
  }

  private void send(byte[] message) {
    context.forward(new Record<>(null, message, context.currentSystemTimeMs()));
  }
}
