package dev.paca.streams.scoring;

import dev.paca.internal.PartialTally;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Tally;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tallies that all partitions told of one place, added up. What a message changed is added up
 * anew, and nothing else.
 */
final class WholeTally {
  private final Collection<KeptTally> partitions;
  private final Tally tally = new Tally();
  private final Set<AppraisedPoints.Slot> appraised = new HashSet<>();

  /**
   * @param partitions live: those of this place
   */
  WholeTally(Collection<KeptTally> partitions) {
    this.partitions = partitions;
    partitions.forEach(each -> tally.add(each.tally()));
    tally.winners().forEach(points -> appraised.add(points.slot()));
  }

  /** The same place's, one of whose partitions told its tally whole again. */
  WholeTally anew() {
    WholeTally anew = new WholeTally(partitions);
    tally.winners().forEach(points -> anew.appraised.add(points.slot()));
    anew.appraised.addAll(appraised);
    return anew;
  }

  /** One of the partitions' was changed so. */
  void change(PartialTally told) {
    told.getFigures().getSums().forEach(sum -> addUp(sum.getId()));
    told.getFigures().getWide().forEach(sum -> addUp(sum.getId()));
    told.getFigures()
        .getAppraised()
        .forEach(s -> award(new AppraisedPoints.Slot(s.getCriterion(), s.getStage())));
    told.getEmptied().forEach(s -> award(new AppraisedPoints.Slot(s.getCriterion(), s.getStage())));
    tally.reports(partitions.stream().mapToLong(each -> each.tally().reports()).sum());
  }

  private void addUp(int id) {
    Measures.indexOfId(id)
        .ifPresent(
            index -> {
              tally.set(index, 0);
              partitions.forEach(each -> tally.addSum(index, each.tally()));
            });
  }

  private void award(AppraisedPoints.Slot slot) {
    Stream<AppraisedPoints> points =
        partitions.stream().map(each -> each.tally().appraised(slot)).flatMap(Optional::stream);
    points.max(AppraisedPoints::compareTo).ifPresentOrElse(tally::put, () -> tally.empty(slot));
    appraised.add(slot);
  }

  Tally tally() {
    return tally;
  }

  /** Slots that may have other points since this was asked last. */
  Set<AppraisedPoints.Slot> appraised() {
    Set<AppraisedPoints.Slot> slots = Set.copyOf(appraised);
    appraised.clear();
    return slots;
  }
}
