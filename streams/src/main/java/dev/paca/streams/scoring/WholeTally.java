package dev.paca.streams.scoring;

import dev.paca.internal.PartialTally;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Tally;
import dev.paca.scoring.tally.Touched;
import java.util.BitSet;
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
  private Touched touched;

  /**
   * @param partitions live: those of this place
   */
  WholeTally(Collection<KeptTally> partitions) {
    this.partitions = partitions;
    partitions.forEach(each -> tally.add(each.tally()));
    touched = Touched.everything(slots(tally));
  }

  private static Set<AppraisedPoints.Slot> slots(Tally tally) {
    Set<AppraisedPoints.Slot> slots = new HashSet<>();
    tally.winners().forEach(points -> slots.add(points.slot()));
    return slots;
  }

  /** The same place's, one of whose partitions told its tally whole again. */
  WholeTally anew() {
    WholeTally anew = new WholeTally(partitions);
    anew.touched.slots().addAll(slots(tally));
    anew.touched.slots().addAll(touched.slots());
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
              touched.measures().set(index);
              tally.set(index, 0);
              partitions.forEach(each -> tally.addSum(index, each.tally()));
            });
  }

  private void award(AppraisedPoints.Slot slot) {
    Stream<AppraisedPoints> points =
        partitions.stream().map(each -> each.tally().appraised(slot)).flatMap(Optional::stream);
    points.max(AppraisedPoints::compareTo).ifPresentOrElse(tally::put, () -> tally.empty(slot));
    touched.slots().add(slot);
  }

  Tally tally() {
    return tally;
  }

  /** What may be another since this was asked last; everything the first time. */
  Touched touched() {
    Touched since = touched;
    touched = new Touched(new BitSet(), new HashSet<>());
    return since;
  }
}
