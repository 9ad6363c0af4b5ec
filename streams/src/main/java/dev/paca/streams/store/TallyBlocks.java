package dev.paca.streams.store;

import dev.paca.internal.AppraisedSlot;
import dev.paca.internal.MeasureSum;
import dev.paca.internal.ServedTally;
import dev.paca.internal.TallyFigures;
import dev.paca.internal.WideSum;
import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Tally;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A tally in the blocks in which it is served, each by itself, for a report changes one or two of
 * them: {@value #REPORTS}, the first word of its measures' names ({@code prosecutions}, {@code
 * matters}), and {@code appraisals/CRITERION}. What is empty is no block. Never changes.
 */
public final class TallyBlocks {
  public static final TallyBlocks NONE = new TallyBlocks(Map.of());

  /** The name of none: with it nothing is left of what was said of a tally before. */
  public static final String ALL = "";

  private static final String REPORTS = "reports";
  private static final String APPRAISALS = "appraisals/";
  private static final List<String> BLOCKS =
      IntStream.range(0, Measures.count()).mapToObj(TallyBlocks::block).toList();

  private final Map<String, TallyFigures> blocks;
  private Tally tally;

  private TallyBlocks(Map<String, TallyFigures> blocks) {
    this.blocks = blocks;
  }

  /** A tally that nobody changes any more. */
  public static TallyBlocks of(Tally tally) {
    Map<String, TallyFigures> blocks = new HashMap<>();
    List<AppraisedPoints.Slot> slots = new ArrayList<>();
    tally.winners().forEach(points -> slots.add(points.slot()));
    changed(new Tally(), tally, slots)
        .forEach((block, now) -> blocks.put(block, now.orElseThrow()));
    return new TallyBlocks(blocks);
  }

  /**
   * With another block under this name.
   *
   * @param now {@link #nothing()} where there is none any more
   */
  public TallyBlocks with(String block, TallyFigures now) {
    Map<String, TallyFigures> all = new HashMap<>(blocks);
    put(all, block, now);
    return new TallyBlocks(all);
  }

  /** With what was said of this tally since, in that order. */
  public TallyBlocks with(List<ServedTally> since) {
    Map<String, TallyFigures> all = new HashMap<>(blocks);
    since.forEach(said -> put(all, said.getBlock(), said.getFigures()));
    return new TallyBlocks(all);
  }

  private static void put(Map<String, TallyFigures> all, String block, TallyFigures now) {
    if (block.equals(ALL)) {
      all.clear();
    } else if (isNothing(now)) {
      all.remove(block);
    } else {
      all.put(block, now);
    }
  }

  /** Of a block with nothing in it. */
  public static TallyFigures nothing() {
    return figures(0, List.of(), List.of(), List.of());
  }

  private static boolean isNothing(TallyFigures figures) {
    return figures.getReports() == 0
        && figures.getSums().isEmpty()
        && figures.getWide().isEmpty()
        && figures.getAppraised().isEmpty();
  }

  /** The tally that the blocks make; put together when it is asked for. */
  public synchronized Tally tally() {
    if (tally == null) {
      Tally whole = new Tally();
      // Of all blocks only one says how many reports there are.
      blocks.forEach((block, figures) -> StoredTallies.change(whole, figures, List.of()));
      whole.reports(blocks.containsKey(REPORTS) ? blocks.get(REPORTS).getReports() : 0);
      tally = whole;
    }
    return tally;
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /**
   * Block → what it is now, empty where nothing is left of it: of those that differ.
   *
   * @param said the tally as it was said last
   * @param slots that may have other points, of which others have not changed
   */
  public static Map<String, Optional<TallyFigures>> changed(
      Tally said, Tally now, Collection<AppraisedPoints.Slot> slots) {
    Map<String, Optional<TallyFigures>> changed = new LinkedHashMap<>();
    if (said.reports() != now.reports()) {
      changed.put(
          REPORTS,
          Optional.of(figures(now.reports(), List.of(), List.of(), List.of()))
              .filter(figures -> figures.getReports() != 0));
    }
    sums(said, now, changed);
    Set<String> criteria = new LinkedHashSet<>();
    slots.stream()
        .filter(slot -> !now.appraised(slot).equals(said.appraised(slot)))
        .forEach(slot -> criteria.add(slot.criterion()));
    criteria.forEach(criterion -> changed.put(APPRAISALS + criterion, appraised(now, criterion)));
    return changed;
  }

  /** Makes the tally that was said last what is said now. */
  public static void follow(Tally said, Tally now, Collection<AppraisedPoints.Slot> slots) {
    said.reports(now.reports());
    now.forEachUnlike(said, index -> said.set(index, now.sum(index)));
    slots.forEach(slot -> now.appraised(slot).ifPresentOrElse(said::put, () -> said.empty(slot)));
  }

  private static void sums(Tally said, Tally now, Map<String, Optional<TallyFigures>> changed) {
    Map<String, TallyFigures> blocks = new TreeMap<>();
    now.forEachUnlike(
        said,
        index ->
            blocks.computeIfAbsent(
                BLOCKS.get(index),
                block -> figures(0, new ArrayList<>(), new ArrayList<>(), List.of())));
    if (blocks.isEmpty()) {
      return;
    }
    now.forEachSum(
        (index, sum) -> {
          TallyFigures block = blocks.get(BLOCKS.get(index));
          if (block != null) {
            block.getSums().add(new MeasureSum(Measures.id(index), sum));
          }
        });
    now.forEachWideSum(
        (index, sum) -> {
          TallyFigures block = blocks.get(BLOCKS.get(index));
          if (block != null) {
            block
                .getWide()
                .add(new WideSum(Measures.id(index), ByteBuffer.wrap(sum.toByteArray())));
          }
        });
    blocks.forEach(
        (block, figures) ->
            changed.put(
                block,
                Optional.of(figures)
                    .filter(f -> !f.getSums().isEmpty() || !f.getWide().isEmpty())));
  }

  private static Optional<TallyFigures> appraised(Tally now, String criterion) {
    List<AppraisedSlot> slots = new ArrayList<>();
    for (AppraisalStage stage : AppraisalStage.values()) {
      now.appraised(new AppraisedPoints.Slot(criterion, stage))
          .map(StoredTallies::slot)
          .ifPresent(slots::add);
    }
    return Optional.of(figures(0, List.of(), List.of(), slots))
        .filter(figures -> !figures.getAppraised().isEmpty());
  }

  private static TallyFigures figures(
      long reports, List<MeasureSum> sums, List<WideSum> wide, List<AppraisedSlot> appraised) {
    return new TallyFigures(reports, sums, wide, appraised);
  }

  private static String block(int index) {
    String name = Measures.name(index);
    return name.substring(0, name.indexOf('.'));
  }
}
