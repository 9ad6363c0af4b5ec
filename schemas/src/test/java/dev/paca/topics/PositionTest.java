package dev.paca.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

  @Property
  void aTokenIsReadAsWhatWroteIt(
      @ForAll @IntRange(max = 9999) int partition,
      @ForAll @LongRange(min = 0, max = 1L << 58) long offset) {
    Position position =
        Position.of("paca.audits", partition, offset).plus(Position.of("paca.score-changes", 0, 7));

    assertThat(Position.parse(position.format())).isEqualTo(position);
  }

  @Test
  void theSumHoldsTheHighestOffsetOfEachPartition() {
    Position sum = Position.parse("paca.audits-2@123, paca.audits-0@5,paca.audits-2@7");

    assertThat(sum.format()).isEqualTo("paca.audits-0@5,paca.audits-2@123");
    assertThat(sum.offsets())
        .isEqualTo(
            Map.of(
                new TopicPartition("paca.audits", 0),
                5L,
                new TopicPartition("paca.audits", 2),
                123L));
  }

  @Test
  void nothingHasAnEmptyToken() {
    assertThat(Position.NONE.format()).isEmpty();
    assertThat(Position.parse(" ")).isEqualTo(Position.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "paca.audits@1",
        "paca.audits-1",
        "paca.audits-1@-1",
        "a-1@1,",
        "a-1@1e3",
        "a-1@99999999999999999999",
        "a b-1@1"
      })
  void whatIsNoTokenSaysHowOneLooks(String text) {
    assertThatThrownBy(() -> Position.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("paca.audits-2@123");
  }
}
