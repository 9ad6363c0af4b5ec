package dev.paca.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final long START = 7_000;
  private static final long SECOND = 1_000_000_000L;

  @Test
  void reportsAreDueAtEvenDistances() {
    Schedule schedule = new Schedule(START, 5_000);
    assertThat(schedule.due(0)).isEqualTo(START);
    assertThat(schedule.due(1)).isEqualTo(START + 200_000);
    assertThat(schedule.due(7_500)).isEqualTo(START + SECOND + SECOND / 2);
  }

  @Test
  void aRateThatDoesNotDivideASecondDoesNotDrift() {
    Schedule schedule = new Schedule(START, 3);
    assertThat(schedule.due(1)).isEqualTo(START + 333_333_333);
    assertThat(schedule.due(3_000)).isEqualTo(START + 1_000 * SECOND);
  }

  @Test
  void aReportThatWasSentLateCountsFromWhenItWasDue() {
    Schedule schedule = new Schedule(START, 1_000);
    long due = schedule.due(5);
    assertThat(schedule.acknowledgedOnTime(5, due + 80, due + 100)).isEqualTo(due + 20);
    assertThat(schedule.acknowledgedOnTime(5, due, due + 100)).isEqualTo(due + 100);
  }

  @Test
  void aReportThatWasSentEarlyGainsNothing() {
    Schedule schedule = new Schedule(START, 1_000);
    long due = schedule.due(5);
    assertThat(schedule.acknowledgedOnTime(5, due - 10, due + 100)).isEqualTo(due + 100);
  }
}
