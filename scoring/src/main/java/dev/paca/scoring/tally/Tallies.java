package dev.paca.scoring.tally;

import dev.paca.reports.Appraisal;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The tallies of all places over some set of reports: all of them, or those of one partition. A
 * revision replaces the one before it, taking back exactly what that gave.
 */
public final class Tallies {
  private final Placer placer;
  private final Map<Place, Tally> tallies = new HashMap<>();

  public Tallies(Placer placer) {
    this.placer = placer;
  }

  /**
   * Replaces what is known of a report.
   *
   * @param touched is told every place whose tally may have changed, and the report behind it
   * @return whether the report counts anywhere now
   */
  public boolean replace(
      Optional<Revisions> before, Revisions after, BiConsumer<Place, Report> touched) {
    before.ifPresent(old -> give(old, false, touched));
    return give(after, true, touched);
  }

  /** Counts a report that is known to be new, as when tallies are rebuilt from a ledger. */
  public void add(Revisions report) {
    add(report, (place, by) -> {});
  }

  /** The same, telling the places. */
  public void add(Revisions report, BiConsumer<Place, Report> touched) {
    give(report, true, touched);
  }

  /** Whether it counts anywhere. */
  private boolean give(Revisions revisions, boolean add, BiConsumer<Place, Report> touched) {
    Giving giving = new Giving(add, touched);
    placer.place(revisions, giving);
    return giving.last != null;
  }

  /** Gives what one report gives, or takes it back, wherever it counts. */
  private final class Giving implements Placer.Hearer {
    private final boolean add;
    private final BiConsumer<Place, Report> touched;
    // By the same revision in most years.
    private Report last;
    private MeasureVector vector;

    Giving(boolean add, BiConsumer<Place, Report> touched) {
      this.add = add;
      this.touched = touched;
    }

    @Override
    public void counts(Place place, Filed by) {
      Report report = by.report();
      if (report != last) {
        last = report;
        vector = MeasureVector.of(report);
      }
      Tally tally = tallies.computeIfAbsent(place, p -> new Tally());
      change(tally, report, vector, add);
      if (tally.isEmpty()) {
        tallies.remove(place);
      }
      touched.accept(place, report);
    }
  }

  private static void change(Tally tally, Report report, MeasureVector vector, boolean add) {
    if (add) {
      tally.add(vector);
    } else {
      tally.take(vector);
    }
    if (report.body() instanceof Appraisal appraisal) {
      AppraisedPoints points = AppraisedPoints.of(report, appraisal);
      if (add) {
        tally.add(points);
      } else {
        tally.take(points);
      }
    }
  }

  public Optional<Tally> of(Place place) {
    return Optional.ofNullable(tallies.get(place));
  }

  /** Places with at least one counted report. */
  public Collection<Place> places() {
    return tallies.keySet();
  }
}
