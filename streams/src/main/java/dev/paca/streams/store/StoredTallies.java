package dev.paca.streams.store;

import dev.paca.internal.AppraisedSlot;
import dev.paca.internal.EmptiedSlot;
import dev.paca.internal.MeasureSum;
import dev.paca.internal.TallyFigures;
import dev.paca.internal.WideSum;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Tally;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

  /**
   * What is another in a tally than it was told last, zeros included.
   *
   * @param slots that may have other points, of which others have not changed
   */
  public static TallyFigures changed(
      Tally told, Tally now, Collection<AppraisedPoints.Slot> slots) {
    List<MeasureSum> sums = new ArrayList<>();
    List<WideSum> wide = new ArrayList<>();
    now.forEachUnlike(
        told,
        index -> {
          BigInteger sum = now.sum(index);
          if (sum.bitLength() < Long.SIZE) {
            sums.add(new MeasureSum(Measures.id(index), sum.longValue()));
          } else {
            wide.add(new WideSum(Measures.id(index), ByteBuffer.wrap(sum.toByteArray())));
          }
        });
    List<AppraisedSlot> appraised = new ArrayList<>();
    for (AppraisedPoints.Slot slot : slots) {
      Optional<AppraisedPoints> winner = now.appraised(slot);
      if (winner.isPresent() && !winner.equals(told.appraised(slot))) {
        appraised.add(slot(winner.get()));
      }
    }
    return new TallyFigures(now.reports(), sums, wide, appraised);
  }

  /** Those of the slots that lost their points since a tally was told last. */
  public static List<EmptiedSlot> emptied(
      Tally told, Tally now, Collection<AppraisedPoints.Slot> slots) {
    return slots.stream()
        .filter(slot -> now.appraised(slot).isEmpty() && told.appraised(slot).isPresent())
        .map(slot -> new EmptiedSlot(slot.criterion(), slot.stage()))
        .toList();
  }

  static AppraisedSlot slot(AppraisedPoints points) {
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
    change(tally, figures, List.of());
    return tally;
  }

  /** Puts into a tally what changed of it. */
  public static void change(Tally tally, TallyFigures changed, List<EmptiedSlot> emptied) {
    tally.reports(changed.getReports());
    for (MeasureSum sum : changed.getSums()) {
      Measures.indexOfId(sum.getId()).ifPresent(index -> tally.set(index, sum.getSum()));
    }
    for (WideSum sum : changed.getWide()) {
      byte[] bytes = new byte[sum.getSum().remaining()];
      sum.getSum().duplicate().get(bytes);
      Measures.indexOfId(sum.getId()).ifPresent(index -> tally.set(index, new BigInteger(bytes)));
    }
    for (AppraisedSlot slot : changed.getAppraised()) {
      tally.put(points(slot));
    }
    for (EmptiedSlot slot : emptied) {
      tally.empty(new AppraisedPoints.Slot(slot.getCriterion(), slot.getStage()));
    }
  }

  private static AppraisedPoints points(AppraisedSlot slot) {
    return new AppraisedPoints(
        // Of a few hundred that rubrics have; else each of these has a copy of its own.
        slot.getCriterion().intern(),
        slot.getStage(),
        slot.getPoints(),
        slot.getOccurredOn(),
        slot.getAgency(),
        slot.getReportId());
  }
}
