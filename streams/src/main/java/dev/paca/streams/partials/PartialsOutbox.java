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
   * Sends the touched places' tallies, as encoded {@link PartialsMessage}s.
   *
   * @param placedBy offset of the newest of the rubrics by which the reports were placed
   */
  public void flush(
      Function<Place, Optional<Tally>> tallies, long placedBy, Consumer<byte[]> send) {
    touched.forEach((place, by) -> send(place, by, tallies, placedBy, send));
    touched.clear();
  }

  /** As {@link #flush(Function, long, Consumer)}, of these places only. */
  public void flush(
      Collection<Place> places,
      Function<Place, Optional<Tally>> tallies,
      long placedBy,
      Consumer<byte[]> send) {
    for (Place place : places) {
      Touched by = touched.remove(place);
      if (by != null) {
        send(place, by, tallies, placedBy, send);
      }
    }
  }

  private void send(
      Place place,
      Touched by,
      Function<Place, Optional<Tally>> tallies,
      long placedBy,
      Consumer<byte[]> send) {
    Tally now = tallies.apply(place).orElseGet(Tally::new);
    Tally last = told.get(place);
    boolean whole = last == null;
    TallyFigures figures =
        figures(whole ? StoredTallies.figures(now) : StoredTallies.changed(last, now, by.slots));
    List<EmptiedSlot> emptied = whole ? List.of() : StoredTallies.emptied(last, now, by.slots);
    if (whole || changes(last, figures, emptied)) {
      PartialTally partial =
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
              NO_OFFSET);
      send.accept(codec.encode(new PartialsMessage(partial)));
      StoredTallies.change(told.computeIfAbsent(place, p -> new Tally()), figures, emptied);
    }
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

  public void send(List<Coverage> coverage, Consumer<byte[]> send) {
    coverage.forEach(each -> send.accept(codec.encode(new PartialsMessage(each))));
  }
}
