package dev.paca.streams.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.PartialTally;
import dev.paca.internal.TallySource;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.recount.MemoryInput;
import dev.paca.streams.rubrics.Publication;
import dev.paca.streams.rubrics.RubricTable;
import dev.paca.streams.store.StoredTallies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** A rubric is adopted by scoring once all partitions have placed their reports by it. */
class RubricAdoptionTest {
  private static final int PARTITIONS = 2;
  private static final Provinces PROVINCES = Provinces.standard();

  private final PartialsStore partials = new PartialsStore(store());
  private final RubricAdoption adoption =
      new RubricAdoption(PROVINCES, partials, PARTITIONS, List.of());

  @Test
  void aYearIsAdoptedWithTheLastPlaceOfTheLastPartition() {
    RubricTable.InForce first = inForce(1, 7);
    for (TallySource source : TallySource.values()) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        for (Province province : ranked()) {
          assertThat(adoption.adopt(first)).isEmpty();
          assertThat(adoption.isMoving(first)).isTrue();
          placed(source, partition, province, 7);
        }
      }
    }
    assertThat(adoption.adopt(first)).containsExactly(2022);
    assertThat(adoption.isMoving(first)).isFalse();
    assertThat(adoption.adopt(first)).isEmpty();
    assertThat(adoption.version(2022).getVersion()).isEqualTo(1);
  }

  @Test
  void untilAllHavePlacedByTheNewOneTheYearStaysWithTheOld() {
    placedEverywhere(7);
    assertThat(adoption.adopt(inForce(1, 7))).containsExactly(2022);
    RubricTable.InForce second = inForce(2, 9);
    assertThat(adoption.adopt(second)).isEmpty();
    assertThat(adoption.isMoving(second)).isTrue();
    assertThat(adoption.version(2022).getVersion()).isEqualTo(1);
    placedEverywhere(9);
    assertThat(adoption.adopt(second)).containsExactly(2022);
    assertThat(adoption.version(2022).getVersion()).isEqualTo(2);
  }

  @Test
  void aPartitionAheadOfThisTaskHoldsTheYearToo() {
    placedEverywhere(7);
    RubricTable.InForce first = inForce(1, 7);
    adoption.adopt(first);
    placed(TallySource.LEDGER, 1, ranked().get(0), 9);
    assertThat(adoption.isMoving(first)).isTrue();
  }

  @Test
  void theSameVersionPublishedAgainIsAnotherPlacement() {
    placedEverywhere(7);
    adoption.adopt(inForce(1, 7));
    RubricTable.InForce again = inForce(1, 9);
    assertThat(adoption.adopt(again)).isEmpty();
    placedEverywhere(9);
    assertThat(adoption.adopt(again)).containsExactly(2022);
  }

  @Test
  void afterARestartTheYearStaysAsItWasServedUntilItIsPlaced() {
    RubricAdoption restarted =
        new RubricAdoption(PROVINCES, partials, PARTITIONS, List.of(version(1)));
    assertThat(restarted.rubrics().of(2022)).get().extracting(Rubric::version).isEqualTo(1);
    assertThat(restarted.isMoving(inForce(1, 7))).isTrue();
    placedEverywhere(7);
    assertThat(restarted.adopt(inForce(1, 7))).containsExactly(2022);
  }

  @Test
  void aPartitionThatPlacesByAnotherYearsNewerRubricHoldsThisYearToo() {
    placedEverywhere(7);
    RubricTable.InForce first = inForce(1, 7);
    adoption.adopt(first);
    assertThat(adoption.isMoving(first)).isFalse();
    // Its 2022 is by the rubric of 2022 as before; its matters may count in 2023 by now.
    placed(TallySource.MATTERS, 0, ranked().get(5), 8);
    assertThat(adoption.isMoving(first)).isTrue();
  }

  private void placedEverywhere(long publication) {
    for (TallySource source : TallySource.values()) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        for (Province province : ranked()) {
          placed(source, partition, province, publication);
        }
      }
    }
  }

  private void placed(TallySource source, int partition, Province province, long publication) {
    PartialTally tally =
        PartialTally.newBuilder()
            .setSource(source)
            .setPartition(partition)
            .setYear(2022)
            .setProvince(province.code())
            .setWhole(true)
            .setFigures(StoredTallies.figures(new Tally()))
            .setEmptied(List.of())
            .setPlacedBy(publication)
            .setCauses(List.of())
            .build();
    partials.put(List.of(tally), new byte[0], 0);
  }

  private static List<Province> ranked() {
    return PROVINCES.on(MemoryInput.rubric(1).provincesAsOf());
  }

  private static RubricTable.InForce inForce(int version, long offset) {
    Rubric rubric = MemoryInput.rubric(version);
    Publication publication =
        new Publication(
            offset,
            Instant.EPOCH,
            Optional.of(version(version)),
            Optional.of(rubric),
            Optional.empty());
    return new RubricTable.InForce(offset, Rubrics.of(List.of(rubric)), Map.of(2022, publication));
  }

  private static RubricVersion version(int version) {
    return new RubricVersion("paca", 2022, version, MemoryInput.yaml(version));
  }

  private static KeyValueStore<byte[], byte[]> store() {
    KeyValueStore<byte[], byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(PartialsStore.NAME),
                Serdes.ByteArray(),
                Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
