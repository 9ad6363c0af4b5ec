package dev.paca.scoring.tally;

import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.measure.Measures;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * The running sums of one place. Sums are exact whatever their size: one that leaves 64 bits goes
 * on as a big integer and comes back when it fits again, so that the result depends on what was
 * added and never on the order.
 */
public final class Tally {
  private static final Comparator<AppraisedPoints> BY_SLOT =
      Comparator.comparing(AppraisedPoints::criterion).thenComparing(AppraisedPoints::stage);

  /** Hears the sum of the measure at an index of the catalogue. */
  @FunctionalInterface
  public interface SumVisitor {
    void sum(int index, long sum);
  }

  private final long[] sums = new long[Measures.count()];
  private final Map<Integer, BigInteger> wide = new HashMap<>(0);
  private final Map<AppraisedPoints.Slot, AppraisedPoints> winners = new HashMap<>();

  /** All points of slots that have more than one: few are appraised twice. */
  private final Map<AppraisedPoints.Slot, TreeSet<AppraisedPoints>> rivals = new HashMap<>(0);

  private long reports;

  /** Counts a report's measures. */
  public void add(MeasureVector vector) {
    reports++;
    vector.forEach(this::change);
  }

  /** Takes back exactly what {@link #add} gave. */
  public void take(MeasureVector vector) {
    reports--;
    vector.forEach((index, amount) -> change(index, -amount));
  }

  public void add(AppraisedPoints points) {
    AppraisedPoints.Slot slot = points.slot();
    AppraisedPoints winner = winners.putIfAbsent(slot, points);
    if (winner != null) {
      TreeSet<AppraisedPoints> all =
          rivals.computeIfAbsent(slot, s -> new TreeSet<>(List.of(winner)));
      all.add(points);
      settle(slot, all);
    }
  }

  public void take(AppraisedPoints points) {
    AppraisedPoints.Slot slot = points.slot();
    TreeSet<AppraisedPoints> all = rivals.get(slot);
    if (all != null) {
      all.remove(points);
      settle(slot, all);
    } else {
      winners.computeIfPresent(slot, (s, only) -> only.compareTo(points) == 0 ? null : only);
    }
  }

  /** Of a slot that has any. */
  private void settle(AppraisedPoints.Slot slot, TreeSet<AppraisedPoints> all) {
    winners.put(slot, all.last());
    if (all.size() == 1) {
      rivals.remove(slot);
    }
  }

  /** Puts the points that win a slot, whatever it had, for tallies that come from a topic. */
  public void put(AppraisedPoints winner) {
    AppraisedPoints.Slot slot = winner.slot();
    winners.put(slot, winner);
    rivals.remove(slot);
  }

  /** Takes all points from a slot. */
  public void empty(AppraisedPoints.Slot slot) {
    winners.remove(slot);
    rivals.remove(slot);
  }

  /** Adds another partition's tally of the same place. */
  public void add(Tally other) {
    reports += other.reports;
    addSums(other);
    other.winners.values().forEach(this::add);
    other.rivals.values().forEach(all -> all.headSet(all.last()).forEach(this::add));
  }

  /** Adds the sums of the matters of the same place, which are no reports of their own. */
  public void addSums(Tally other) {
    for (int i = 0; i < sums.length; i++) {
      if (other.sums[i] != 0) {
        change(i, other.sums[i]);
      }
    }
    other.wide.forEach((index, sum) -> set(index, sum(index).add(sum)));
  }

  /** Adds another partition's sum of one measure. */
  public void addSum(int index, Tally other) {
    if (other.wide.containsKey(index)) {
      set(index, sum(index).add(other.sum(index)));
    } else {
      change(index, other.sums[index]);
    }
  }

  private void change(int index, long amount) {
    long before = sums[index];
    long after = before + amount;
    boolean overflowed = ((before ^ after) & (amount ^ after)) < 0;
    if (overflowed || (!wide.isEmpty() && wide.containsKey(index))) {
      set(index, sum(index).add(BigInteger.valueOf(amount)));
    } else {
      sums[index] = after;
    }
  }

  /** As {@link #set(int, BigInteger)}, of one that fits. */
  public void set(int index, long sum) {
    if (!wide.isEmpty()) {
      wide.remove(index);
    }
    sums[index] = sum;
  }

  /** Puts a sum as it is, for tallies that come from a topic. */
  public void set(int index, BigInteger sum) {
    if (sum.bitLength() < Long.SIZE) {
      set(index, sum.longValue());
    } else {
      wide.put(index, sum);
      sums[index] = 0;
    }
  }

  public void reports(long counted) {
    reports = counted;
  }

  /** Reports counted; appraisals are reports too. */
  public long reports() {
    return reports;
  }

  /** Tells every sum that is not zero and fits into 64 bits, in the catalogue's order. */
  public void forEachSum(SumVisitor each) {
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] != 0) {
        each.sum(i, sums[i]);
      }
    }
  }

  /** Tells every sum that does not fit into 64 bits, in the catalogue's order. */
  public void forEachWideSum(BiConsumer<Integer, BigInteger> each) {
    wide.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> each.accept(entry.getKey(), entry.getValue()));
  }

  /** Tells the index of every sum that is another here than there, in the catalogue's order. */
  public void forEachUnlike(Tally other, IntConsumer each) {
    boolean narrow = wide.isEmpty() && other.wide.isEmpty();
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] != other.sums[i] || !(narrow || Objects.equals(wide.get(i), other.wide.get(i)))) {
        each.accept(i);
      }
    }
  }

  /** The exact sum of a measure, 0 when it never occurred. */
  public BigInteger sum(int index) {
    BigInteger large = wide.get(index);
    return large != null ? large : BigInteger.valueOf(sums[index]);
  }

  /** The points that win for a criterion and stage. */
  public Optional<AppraisedPoints> appraised(AppraisedPoints.Slot slot) {
    return Optional.ofNullable(winners.get(slot));
  }

  /** The winners of all slots, in a stable order. */
  public Iterable<AppraisedPoints> winners() {
    return winners.values().stream().sorted(BY_SLOT).toList();
  }

  /**
   * Whether any agency's figures are in it; every report but an appraisal gives at least its {@code
   * reports}.
   */
  public boolean hasFigures() {
    if (!wide.isEmpty()) {
      return true;
    }
    for (long sum : sums) {
      if (sum != 0) {
        return true;
      }
    }
    return false;
  }

  public boolean isEmpty() {
    return reports == 0 && winners.isEmpty();
  }

  /** The same sums, the same points given, from as many reports. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tally tally
        && reports == tally.reports
        && Arrays.equals(sums, tally.sums)
        && wide.equals(tally.wide)
        && winners.equals(tally.winners)
        && rivals.equals(tally.rivals);
  }

  @Override
  public int hashCode() {
    return Objects.hash(reports, Arrays.hashCode(sums), wide, winners, rivals);
  }
}
