package dev.paca.streams.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private final Freshness copy = new Freshness();

  @Test
  void aCopyThatNeverReachedAnEndIsOfUnknownAge() {
    copy.look(0, 1_000, 10);
    copy.look(500, 1_200, 20);

    assertThat(copy.completeAt()).isEmpty();
  }

  @Test
  void aCopyHoldsWhatWasThereWhenTheEndThatItReachedWasSeen() {
    copy.look(500, 1_000, 10);
    copy.look(900, 2_000, 20);
    copy.look(1_500, 3_000, 30);

    assertThat(copy.completeAt()).isEqualTo(OptionalLong.of(10));
  }

  @Test
  void aCopyThatLagsAllTheTimeIsAsOldAsItsLag() {
    for (int round = 1; round <= 2_000; round++) {
      copy.look(round * 100L, round * 100L + 150, round);
    }

    assertThat(copy.completeAt()).isEqualTo(OptionalLong.of(1_998));
  }

  @Test
  void theMarkOfTheLastCommitIsNoLag() {
    copy.look(999, 1_000, 10);

    assertThat(copy.completeAt()).isEqualTo(OptionalLong.of(10));
  }

  @Test
  void twoRecordsThatAreMissingAreALag() {
    copy.look(998, 1_000, 10);

    assertThat(copy.completeAt()).isEmpty();
  }

  @Test
  void aCopyMadeAnewIsOfUnknownAge() {
    copy.look(1_000, 1_000, 10);
    copy.look(50, 1_000, 20);

    assertThat(copy.completeAt()).isEmpty();
  }
}
