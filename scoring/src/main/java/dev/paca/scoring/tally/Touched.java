package dev.paca.scoring.tally;

import dev.paca.scoring.measure.Measures;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What of a tally may be another than it was: sums of measures, and the points of slots. What is
 * not in it is as it was.
 *
 * @param measures by their index in the catalogue
 */
public record Touched(BitSet measures, Set<AppraisedPoints.Slot> slots) {

  /** All measures, and these slots. */
  public static Touched everything(Collection<AppraisedPoints.Slot> slots) {
    BitSet measures = new BitSet(Measures.count());
    measures.set(0, Measures.count());
    return new Touched(measures, new HashSet<>(slots));
  }

  /** Whether a stage of the criterion may have other points. */
  public boolean appraises(String criterion) {
    for (AppraisedPoints.Slot slot : slots) {
      if (slot.criterion().equals(criterion)) {
        return true;
      }
    }
    return false;
  }
}
