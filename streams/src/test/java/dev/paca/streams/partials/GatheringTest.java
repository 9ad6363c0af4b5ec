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
  void manyAreGatheredForATenthOfAMillisecondEach() {
    gathering.told(1_000, 1_000);
    gathering.read(100);
    assertThat(gathering.due(1_049, 500)).isFalse();
    assertThat(gathering.due(1_050, 500)).isTrue();
  }

  @Test
  void whoCatchesUpGathersForLongerAndNeverForMoreThanFiveSeconds() {
    gathering.told(1_000, 1_000);
    gathering.read(50_000);
    assertThat(gathering.due(3_400, 100)).isFalse();
    assertThat(gathering.due(3_500, 100)).isTrue();
    assertThat(gathering.due(5_999, 1_000)).isFalse();
    assertThat(gathering.due(6_000, 1_000)).isTrue();
  }

  @Test
  void whoDoesNotCatchUpNeverGathersForMoreThanTwoSeconds() {
    gathering.told(1_000, 1_000);
    gathering.read(1_000);
    assertThat(gathering.due(2_999, 50_000)).isFalse();
    assertThat(gathering.due(3_000, 50_000)).isTrue();
  }

  @Test
  void tellingTakesAThirdOfTheTimeAtMost() {
    gathering.told(1_000, 1_100);
    assertThat(gathering.due(1_299, 1)).isFalse();
    assertThat(gathering.due(1_300, 1)).isTrue();
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() {
    gathering.told(10_000, 10_000);
    gathering.read(1);
    assertThat(gathering.due(5_000, 100)).isTrue();
  }
}
