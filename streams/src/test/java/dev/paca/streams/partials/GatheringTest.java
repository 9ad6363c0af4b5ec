package dev.paca.streams.partials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GatheringTest {
  private final Gathering gathering = Gathering.ofOnePartition();

  @Test
  void theFirstChangeIsToldAtOnce() {
    gathering.read(1);
    assertThat(gathering.due(0, 300)).isTrue();
  }

  @Test
  void fewChangesAreToldAtTheNextPunctuation() {
    gathering.told(1_000, 1_000);
    gathering.read(20);
    assertThat(gathering.due(1_025, 20)).isTrue();
  }

  @Test
  void manyAreGatheredForHalfAMillisecondEach() {
    gathering.told(1_000, 1_000);
    gathering.read(100);
    assertThat(gathering.due(1_049, 100)).isFalse();
    assertThat(gathering.due(1_050, 100)).isTrue();
  }

  @Test
  void whoCatchesUpGathersForLongerAndNeverForMoreThanTwoSeconds() {
    gathering.told(1_000, 1_000);
    gathering.read(20_000);
    assertThat(gathering.due(1_900, 100)).isFalse();
    assertThat(gathering.due(2_000, 100)).isTrue();
    gathering.read(20_000);
    assertThat(gathering.due(2_999, 1_000)).isFalse();
    assertThat(gathering.due(3_000, 1_000)).isTrue();
  }

  @Test
  void tellingTakesAFifthOfTheTimeAtMost() {
    gathering.told(1_000, 1_100);
    assertThat(gathering.due(1_499, 1)).isFalse();
    assertThat(gathering.due(1_500, 1)).isTrue();
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() {
    gathering.told(10_000, 10_000);
    gathering.read(1);
    assertThat(gathering.due(5_000, 100)).isTrue();
  }
}
