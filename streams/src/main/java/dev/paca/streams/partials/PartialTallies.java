package dev.paca.streams.partials;

import dev.paca.internal.AppraisedSlot;
import dev.paca.internal.CauseGroup;
import dev.paca.internal.MeasureSum;
import dev.paca.internal.PartialTally;
import dev.paca.internal.TallySource;
import dev.paca.internal.WideSum;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A {@link Tally} as it travels: measures by their stable ids, only what is not zero. */
public final class PartialTallies {
  private PartialTallies() {}

  /**
   * @param tally empty sums when the place has nothing in this partition any more
   */
  public static PartialTally of(
      TallySource source, int partition, Place place, Tally tally, List<CauseGroup> causes) {
    List<MeasureSum> sums = new ArrayList<>();
    List<WideSum> wide = new ArrayList<>();
    for (int index = 0; index < Measures.count(); index++) {
      BigInteger sum = tally.sum(index);
      if (sum.bitLength() >= Long.SIZE) {
        wide.add(new WideSum(Measures.id(index), ByteBuffer.wrap(sum.toByteArray())));
      } else if (sum.signum() != 0) {
        sums.add(new MeasureSum(Measures.id(index), sum.longValue()));
      }
    }
    List<AppraisedSlot> appraised = new ArrayList<>();
    tally.winners().forEach(points -> appraised.add(slot(points)));
    return PartialTally.newBuilder()
        .setSource(source)
        .setPartition(partition)
        .setYear(place.year())
        .setProvince(place.province())
        .setReports(source == TallySource.MATTERS ? 0 : tally.reports())
        .setSums(sums)
        .setWide(wide)
        .setAppraised(appraised)
        .setCauses(causes)
        .build();
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

  /** The tally of a partial. A measure that this release does not know counts for no formula. */
  public static Tally tally(PartialTally partial) {
    Tally tally = new Tally();
    tally.reports(partial.getReports());
    for (MeasureSum sum : partial.getSums()) {
      Measures.indexOfId(sum.getId())
          .ifPresent(index -> tally.set(index, BigInteger.valueOf(sum.getSum())));
    }
    for (WideSum sum : partial.getWide()) {
      byte[] bytes = new byte[sum.getSum().remaining()];
      sum.getSum().duplicate().get(bytes);
      Measures.indexOfId(sum.getId()).ifPresent(index -> tally.set(index, new BigInteger(bytes)));
    }
    for (AppraisedSlot slot : partial.getAppraised()) {
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
