package dev.paca.scoring.matter;

import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.scoring.tally.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The {@code matters.*} tallies of all places over some set of matters. */
public final class MatterTallies {
  private final Placer placer;
  private final Map<Place, Tally> tallies = new HashMap<>();

  public MatterTallies(Placer placer) {
    this.placer = placer;
  }

  /**
   * Replaces what a matter's reports were by what they are; empty = none.
   *
   * @param touched is told every place whose tally may have changed, and the report behind it
   */
  public void replace(
      String matterId,
      Collection<Revisions> before,
      Collection<Revisions> after,
      BiConsumer<Place, Report> touched) {
    Optional<MatterCount> old = MatterCount.of(matterId, before, placer);
    Optional<MatterCount> now = MatterCount.of(matterId, after, placer);
    if (old.isPresent() && now.isPresent() && old.get().givesAs(now.get())) {
      return;
    }
    old.ifPresent(count -> give(count, false, touched));
    now.ifPresent(count -> give(count, true, touched));
  }

  private void give(MatterCount count, boolean add, BiConsumer<Place, Report> touched) {
    for (Place place : count.places()) {
      Tally tally = tallies.computeIfAbsent(place, p -> new Tally());
      if (add) {
        tally.add(count.vector());
      } else {
        tally.take(count.vector());
      }
      if (tally.isEmpty()) {
        tallies.remove(place);
      }
      touched.accept(place, count.by().report());
    }
  }

  public Optional<Tally> of(Place place) {
    return Optional.ofNullable(tallies.get(place));
  }

  public Collection<Place> places() {
    return tallies.keySet();
  }
}
