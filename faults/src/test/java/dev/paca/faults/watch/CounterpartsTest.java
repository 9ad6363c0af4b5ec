package dev.paca.faults.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two partitions with the same flushes, read at different speeds. */
class CounterpartsTest {
  private final Violations violations = new Violations();
  private final Counterparts scores = new Counterparts("paca.province-scores", violations);
  private long served;
  private long seen;

  private void said(long flush, String key, String what) {
    scores.said(key, what, flush, new RecordAt("paca.internal.serving", 0, served++));
  }

  private void seen(String key, String what) {
    scores.seen(key, what, new RecordAt("paca.province-scores", 0, seen++));
  }

  @Test
  void whicheverIsReadFirstAndHoweverFarItIsAheadNothingIsTorn() {
    said(0, "2022/94", "1.00");
    said(0, "2022/66", "2.00");
    scores.ended(0);
    said(1, "2022/94", "3.00");
    seen("2022/94", "1.00");
    seen("2022/66", "2.00");
    seen("2022/94", "3.00");
    seen("2022/01", "5.00");
    seen("2022/94", "4.00");
    assertThat(scores.settled()).as("two of the flush after it are read ahead").isFalse();
    scores.ended(1);
    said(2, "2022/94", "4.00");
    said(2, "2022/01", "5.00");
    scores.ended(2);

    assertThat(scores.settled()).isTrue();
    scores.conclude();
    assertThat(violations.list()).isEmpty();
  }

  @Test
  void anotherValueThanTheOneServedNamesBothPlaces() {
    said(0, "2022/94", "1.00");
    seen("2022/94", "1.50");

    assertThat(violations.list())
        .containsExactly(
            "paca.province-scores-0@0: 2022/94 is 1.50, but 1.00 served at paca.internal.serving-0@0");
  }

  @Test
  void whatALaterFlushOvertookIsMissing() {
    said(0, "2022/94", "1.00");
    said(0, "2022/66", "2.00");
    scores.ended(0);
    said(1, "2022/01", "3.00");
    scores.ended(1);
    seen("2022/66", "2.00");
    assertThat(violations.list()).as("its flush may be visible here in part").isEmpty();

    seen("2022/01", "3.00");

    assertThat(violations.list())
        .containsExactly(
            "paca.internal.serving-0@0: 2022/94 became 1.00, which paca.province-scores lacks");
    assertThat(scores.settled()).isTrue();
  }

  @Test
  void whatStandsAmongAFlushThatWasServedWholeWithoutItIsOfNoFlush() {
    seen("2022/94", "1.00");
    seen("2022/66", "2.00");
    said(0, "2022/66", "2.00");
    assertThat(violations.list()).as("the flush may go on").isEmpty();

    scores.ended(0);

    assertThat(violations.list())
        .containsExactly("paca.province-scores-0@0: 2022/94 became 1.00 in no flush served");
  }

  @Test
  void theSameWhenTheServingTopicIsReadFirst() {
    said(0, "2022/66", "2.00");
    scores.ended(0);
    seen("2022/94", "1.00");
    seen("2022/66", "2.00");

    assertThat(violations.list()).hasSize(1);
  }

  @Test
  void inTheEndWhatIsAloneIsHalfATransaction() {
    said(0, "2022/94", "1.00");
    scores.ended(0);
    seen("2022/66", "2.00");
    assertThat(violations.list()).isEmpty();

    scores.conclude();

    assertThat(violations.list()).hasSize(2);
  }
}
