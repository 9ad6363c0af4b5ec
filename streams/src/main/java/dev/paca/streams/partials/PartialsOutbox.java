package dev.paca.streams.partials;

import dev.paca.internal.Coverage;
import dev.paca.internal.EmptiedSlot;
import dev.paca.internal.PartialTally;
import dev.paca.internal.PartialsMessage;
import dev.paca.internal.TallyFigures;
import dev.paca.internal.TallySource;
import dev.paca.reports.Appraisal;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.StoredTallies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What one ledger or matters partition has to tell the scoring task: places whose tally changed
 * since the last flush, with the reports behind it. A place is told whole the first time, then what
 * is another than it was told last: a task's messages are read in their order, all that were
 * committed and none of those that were not, and a task that starts has an outbox of its own.
 */
public final class PartialsOutbox {
  /** Where it lies on the topic is known once it was read from there. */
  private static final long NO_OFFSET = -1;

  /** Of a value on the topic; well below what brokers take at once. */
  private static final int MOST_BYTES = 256 * 1024;

  private final TallySource source;
  private final int partition;
  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final Map<Place, Touched> touched = new LinkedHashMap<>();
  private final Map<Place, Tally> told = new HashMap<>();

  /** What may have changed of a place, and by which reports. */
  private static final class Touched {
    private final Causes causes = new Causes();
    private final Set<AppraisedPoints.Slot> slots = new LinkedHashSet<>();

    void by(Report report) {
      causes.add(report);
      if (report.body() instanceof Appraisal appraisal) {
        slots.add(new AppraisedPoints.Slot(appraisal.getCriterion(), appraisal.getStage()));
      }
    }
  }

  public PartialsOutbox(TallySource source, int partition) {
    this.source = source;
    this.partition = partition;
  }

  public void touch(Place place, Report report) {
    touched(place).by(report);
  }

  /**
   * The same by what a cause was kept as.
   *
   * @param group as {@link Causes} has them
   * @param path type/AGENCY/REPORTID
   */
  public void touch(Place place, String group, String path) {
    touched(place).causes.add(group, path);
  }

  private Touched touched(Place place) {
    return touched.computeIfAbsent(place, p -> new Touched());
  }

  /** Places that are to be sent. */
  public int size() {
    return touched.size();
  }

  /**
   * All that is to be sent, although no report touched it: as after a start or under new rubrics.
   */
  public void touchAll(Collection<Place> places) {
    places.forEach(this::touched);
  }

  /**
   * Sends the touched places' tallies, many {@link PartialsMessage}s in a value ({@link
   * AvroCodec#encodeAll}), and coverage behind them.
   *
   * @param placedBy offset of the newest of the rubrics by which the reports were placed
   * @param covered what is covered with them
   */
  public void flush(
      Function<Place, Optional<Tally>> tallies,
      long placedBy,
      List<Coverage> covered,
      Consumer<byte[]> send) {
    List<PartialsMessage> messages = new ArrayList<>();
    touched.forEach((place, by) -> changed(place, by, tallies, placedBy).ifPresent(messages::add));
    touched.clear();
    covered.forEach(each -> messages.add(new PartialsMessage(each)));
    send(messages, send);
  }

  /** As the other, of these places only, and nothing covered. */
  public void flush(
      Collection<Place> places,
      Function<Place, Optional<Tally>> tallies,
      long placedBy,
      Consumer<byte[]> send) {
    List<PartialsMessage> messages = new ArrayList<>();
    for (Place place : places) {
      Touched by = touched.remove(place);
      if (by != null) {
        changed(place, by, tallies, placedBy).ifPresent(messages::add);
      }
    }
    send(messages, send);
  }

  private void send(List<PartialsMessage> messages, Consumer<byte[]> send) {
    codec.encodeAll(messages, MOST_BYTES).forEach(send);
  }

  /** Told with this message. */
  private Optional<PartialsMessage> changed(
      Place place, Touched by, Function<Place, Optional<Tally>> tallies, long placedBy) {
    Tally now = tallies.apply(place).orElseGet(Tally::new);
    Tally last = told.get(place);
    boolean whole = last == null;
    TallyFigures figures =
        figures(whole ? StoredTallies.figures(now) : StoredTallies.changed(last, now, by.slots));
    List<EmptiedSlot> emptied = whole ? List.of() : StoredTallies.emptied(last, now, by.slots);
    if (!whole && !changes(last, figures, emptied)) {
      return Optional.empty();
    }
    StoredTallies.change(told.computeIfAbsent(place, p -> new Tally()), figures, emptied);
    return Optional.of(
        new PartialsMessage(
            new PartialTally(
                source,
                partition,
                place.year(),
                place.province(),
                whole,
                figures,
                emptied,
                placedBy,
                by.causes.groups(),
                NO_OFFSET)));
  }

  /** What a matter counts by is a report that the ledger has counted. */
  private TallyFigures figures(TallyFigures all) {
    return source == TallySource.LEDGER
        ? all
        : new TallyFigures(0L, all.getSums(), all.getWide(), all.getAppraised());
  }

  private static boolean changes(Tally last, TallyFigures figures, List<EmptiedSlot> emptied) {
    return figures.getReports() != last.reports()
        || !(figures.getSums().isEmpty()
            && figures.getWide().isEmpty()
            && figures.getAppraised().isEmpty()
            && emptied.isEmpty());
  }
}
