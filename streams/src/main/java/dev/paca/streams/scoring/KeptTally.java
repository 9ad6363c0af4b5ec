package dev.paca.streams.scoring;

import dev.paca.internal.MeasureSum;
import dev.paca.internal.PartialTally;
import dev.paca.internal.TallyFigures;
import dev.paca.internal.WideSum;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.store.StoredTallies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tally that one partition told of one place. Sums of measures that this release does not know
 * are kept beside it: a newer one that takes this task over knows them.
 */
final class KeptTally {
  private final Tally tally = new Tally();
  private final Map<Integer, MeasureSum> unknown = new TreeMap<>();
  private final Map<Integer, WideSum> unknownWide = new TreeMap<>();
  private long placedBy;
  private long toldBy;

  /**
   * @param offset of the record that told it
   */
  KeptTally(PartialTally whole, long offset) {
    change(whole, offset);
  }

  /** Puts into it what a record tells. */
  void change(PartialTally told, long offset) {
    toldBy = offset;
    StoredTallies.change(tally, told.getFigures(), told.getEmptied());
    placedBy = told.getPlacedBy();
    for (MeasureSum sum : told.getFigures().getSums()) {
      if (Measures.indexOfId(sum.getId()).isEmpty()) {
        unknownWide.remove(sum.getId());
        unknown.put(sum.getId(), sum);
      }
    }
    for (WideSum sum : told.getFigures().getWide()) {
      if (Measures.indexOfId(sum.getId()).isEmpty()) {
        unknown.remove(sum.getId());
        unknownWide.put(sum.getId(), sum);
      }
    }
  }

  Tally tally() {
    return tally;
  }

  /** Offset of the newest of the rubrics by which its reports were placed. */
  long placedBy() {
    return placedBy;
  }

  /** Offset of the last record that told of it. */
  long toldBy() {
    return toldBy;
  }

  /** Whether it says the same. */
  boolean saysAs(KeptTally other) {
    return placedBy == other.placedBy
        && tally.equals(other.tally)
        && unknown.equals(other.unknown)
        && unknownWide.equals(other.unknownWide);
  }

  /** All of it. */
  TallyFigures figures() {
    TallyFigures known = StoredTallies.figures(tally);
    List<MeasureSum> sums = new ArrayList<>(known.getSums());
    sums.addAll(unknown.values());
    List<WideSum> wide = new ArrayList<>(known.getWide());
    wide.addAll(unknownWide.values());
    return new TallyFigures(known.getReports(), sums, wide, known.getAppraised());
  }
}
