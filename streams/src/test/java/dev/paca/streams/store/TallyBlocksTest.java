package dev.paca.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.TallyFigures;
import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Tally;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever follows the blocks that changed has the tally. */
class TallyBlocksTest {
  private static final List<String> CRITERIA = List.of("A.1", "C.1.1", "C.1.2");

  @Property(tries = 200)
  void theBlocksThatChangedMakeTheTallyWhateverChanged(@ForAll long seed) {
    Random random = new Random(seed);
    Tally now = new Tally();
    Tally said = new Tally();
    TallyBlocks read = TallyBlocks.NONE;
    for (int step = 0; step < 12; step++) {
      Set<AppraisedPoints.Slot> slots = change(now, random);
      for (Map.Entry<String, Optional<TallyFigures>> block :
          TallyBlocks.changed(said, now, slots).entrySet()) {
        read = read.with(block.getKey(), block.getValue().orElseGet(TallyBlocks::nothing));
      }
      TallyBlocks.follow(said, now, slots);
      assertThat(read.tally()).isEqualTo(now);
      assertThat(said).isEqualTo(now);
      assertThat(TallyBlocks.of(now).tally()).isEqualTo(now);
    }
  }

  @Example
  void aReportOfOneTypeChangesItsBlockAndTheCountAlone() {
    Tally said = LayoutSamples.tally();
    Tally now = LayoutSamples.tally();
    now.set(Measures.index("audits.reports").orElseThrow(), 1);
    now.reports(said.reports() + 1);
    assertThat(TallyBlocks.changed(said, now, Set.of())).containsOnlyKeys("reports", "audits");
  }

  @Example
  void aBlockWithNothingLeftIsNone() {
    Tally said = new Tally();
    said.set(Measures.index("audits.reports").orElseThrow(), 1);
    assertThat(TallyBlocks.changed(said, new Tally(), Set.of()))
        .containsOnlyKeys("audits")
        .containsValue(Optional.empty());
  }

  @Example
  void aBlockWithoutANameLeavesNothingOfWhatWasSaid() {
    TallyBlocks said = TallyBlocks.of(LayoutSamples.tally());
    assertThat(said.isEmpty()).isFalse();
    assertThat(said.with(TallyBlocks.ALL, TallyBlocks.nothing()).isEmpty()).isTrue();
  }

  /** The slots that may have other points. */
  private static Set<AppraisedPoints.Slot> change(Tally tally, Random random) {
    Set<AppraisedPoints.Slot> slots = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      int measure = random.nextInt(Measures.count());
      BigInteger sum =
          switch (random.nextInt(3)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> BigInteger.valueOf(random.nextInt(100));
            default -> BigInteger.valueOf(1 + random.nextInt(9)).shiftLeft(80);
          };
      tally.set(measure, sum);
      AppraisedPoints points = points(random);
      slots.add(points.slot());
      if (random.nextBoolean()) {
        tally.put(points);
      } else {
        tally.empty(points.slot());
      }
    }
    tally.reports(random.nextInt(3));
    return slots;
  }

  private static AppraisedPoints points(Random random) {
    return new AppraisedPoints(
        CRITERIA.get(random.nextInt(CRITERIA.size())),
        AppraisalStage.values()[random.nextInt(AppraisalStage.values().length)],
        BigDecimal.valueOf(random.nextInt(500), 2),
        LocalDate.of(2023, 1, 1 + random.nextInt(28)),
        "thanh-tra-chinh-phu",
        "TD-" + random.nextInt(3));
  }
}
