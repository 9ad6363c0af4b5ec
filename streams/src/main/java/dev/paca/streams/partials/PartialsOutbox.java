package dev.paca.streams.partials;

import dev.paca.internal.Coverage;
import dev.paca.internal.PartialTally;
import dev.paca.internal.PartialsMessage;
import dev.paca.internal.TallyFigures;
import dev.paca.internal.TallySource;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.StoredTallies;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What one ledger or matters partition has to tell the scoring task: places whose tally changed
 * since the last flush, with the reports behind it.
 */
public final class PartialsOutbox {
  /** Where it lies on the topic is known once it was read from there. */
  private static final long NO_OFFSET = -1;

  private final TallySource source;
  private final int partition;
  private final AvroCodec<PartialsMessage> codec = new AvroCodec<>(PartialsMessage.class);
  private final Map<Place, Causes> touched = new LinkedHashMap<>();

  public PartialsOutbox(TallySource source, int partition) {
    this.source = source;
    this.partition = partition;
  }

  public void touch(Place place, Report report) {
    touched.computeIfAbsent(place, p -> new Causes()).add(report);
  }

  /**
   * The same by what a cause was kept as.
   *
   * @param group as {@link Causes} has them
   * @param path type/AGENCY/REPORTID
   */
  public void touch(Place place, String group, String path) {
    touched.computeIfAbsent(place, p -> new Causes()).add(group, path);
  }

  /** Places that are to be sent. */
  public int size() {
    return touched.size();
  }

  /**
   * All that is to be sent, although no report touched it: as after a start or under new rubrics.
   */
  public void touchAll(Collection<Place> places) {
    places.forEach(place -> touched.computeIfAbsent(place, p -> new Causes()));
  }

  /**
   * Sends the touched places' tallies, as encoded {@link PartialsMessage}s.
   *
   * @param placedBy offset of the newest of the rubrics by which the reports were placed
   */
  public void flush(
      Function<Place, Optional<Tally>> tallies, long placedBy, Consumer<byte[]> send) {
    touched.forEach((place, causes) -> send(place, causes, tallies, placedBy, send));
    touched.clear();
  }

  /** As {@link #flush(Function, long, Consumer)}, of these places only. */
  public void flush(
      Collection<Place> places,
      Function<Place, Optional<Tally>> tallies,
      long placedBy,
      Consumer<byte[]> send) {
    for (Place place : places) {
      Causes causes = touched.remove(place);
      if (causes != null) {
        send(place, causes, tallies, placedBy, send);
      }
    }
  }

  private void send(
      Place place,
      Causes causes,
      Function<Place, Optional<Tally>> tallies,
      long placedBy,
      Consumer<byte[]> send) {
    Tally tally = tallies.apply(place).orElseGet(Tally::new);
    send.accept(codec.encode(new PartialsMessage(partial(place, tally, placedBy, causes))));
  }

  private PartialTally partial(Place place, Tally tally, long placedBy, Causes causes) {
    TallyFigures all = StoredTallies.figures(tally);
    // What a matter counts by is a report that the ledger has counted.
    TallyFigures figures =
        source == TallySource.LEDGER
            ? all
            : new TallyFigures(0L, all.getSums(), all.getWide(), all.getAppraised());
    return new PartialTally(
        source,
        partition,
        place.year(),
        place.province(),
        figures,
        placedBy,
        causes.groups(),
        NO_OFFSET);
  }

  public void send(List<Coverage> coverage, Consumer<byte[]> send) {
    coverage.forEach(each -> send.accept(codec.encode(new PartialsMessage(each))));
  }
}
