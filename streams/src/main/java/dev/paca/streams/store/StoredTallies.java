package dev.paca.streams.store;

import dev.paca.internal.AppraisedSlot;
import dev.paca.internal.MeasureSum;
import dev.paca.internal.TallyFigures;
import dev.paca.internal.WideSum;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Tally;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Tally} as it is kept and travels: measures by their stable ids, only what is not zero.
 */
public final class StoredTallies {
  private StoredTallies() {}

  /** Equal tallies give equal figures, in the same order. */
  public static TallyFigures figures(Tally tally) {
    List<MeasureSum> sums = new ArrayList<>();
    List<WideSum> wide = new ArrayList<>();
    tally.forEachSum((index, sum) -> sums.add(new MeasureSum(Measures.id(index), sum)));
    tally.forEachWideSum(
        (index, sum) ->
            wide.add(new WideSum(Measures.id(index), ByteBuffer.wrap(sum.toByteArray()))));
    List<AppraisedSlot> appraised = new ArrayList<>();
    tally.winners().forEach(points -> appraised.add(slot(points)));
    return new TallyFigures(tally.reports(), sums, wide, appraised);
  }

  private static AppraisedSlot slot(AppraisedPoints points) {
    return AppraisedSlot.newBuilder()
        .setCriterion(points.criterion())
        .setStage(points.stage())
        .setPoints(points.points())
        .setOccurredOn(points.occurredOn())
        .setAgency(points.agency())
        .setReportId(points.reportId())
        .build();
  }

  /** The tally of figures. A measure that this release does not know counts for no formula. */
  public static Tally tally(TallyFigures figures) {
    Tally tally = new Tally();
    tally.reports(figures.getReports());
    for (MeasureSum sum : figures.getSums()) {
      Measures.indexOfId(sum.getId())
          .ifPresent(index -> tally.set(index, BigInteger.valueOf(sum.getSum())));
    }
    for (WideSum sum : figures.getWide()) {
      byte[] bytes = new byte[sum.getSum().remaining()];
      sum.getSum().duplicate().get(bytes);
      Measures.indexOfId(sum.getId()).ifPresent(index -> tally.set(index, new BigInteger(bytes)));
    }
    for (AppraisedSlot slot : figures.getAppraised()) {
      tally.add(
          new AppraisedPoints(
              slot.getCriterion(),
              slot.getStage(),
              slot.getPoints(),
              slot.getOccurredOn(),
              slot.getAgency(),
              slot.getReportId()));
    }
    return tally;
  }
}
