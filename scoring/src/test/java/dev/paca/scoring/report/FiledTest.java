package dev.paca.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.Test;

class FiledTest {
  private static final long HOUR = 3_600_000;

  @Test
  void aDayIsThatOfVietNamAlsoWhereItsClockWasChanged() {
    for (ZoneOffsetTransition change : Filed.ZONE.getRules().getTransitions()) {
      long moment = change.getInstant().toEpochMilli();
      for (long at = moment - 30 * HOUR; at <= moment + 30 * HOUR; at += HOUR / 2) {
        assertIsItsDay(at);
        assertIsItsDay(at - 1);
      }
    }
    assertIsItsDay(0);
    assertIsItsDay(Instant.parse("2026-02-15T16:59:59.999Z").toEpochMilli());
    assertIsItsDay(Instant.parse("2026-02-15T17:00:00Z").toEpochMilli());
  }

  @Test
  void aDayEndsWhereTheNextBegins() {
    LocalDate last = LocalDate.of(2030, 1, 1);
    for (LocalDate day = LocalDate.of(1970, 1, 1); day.isBefore(last); day = day.plusDays(1)) {
      long end = Filed.endOf(day);
      assertThat(Filed.dateOf(end - 1)).isEqualTo(day);
      assertThat(Filed.dateOf(end)).isEqualTo(day.plusDays(1));
    }
  }

  private static void assertIsItsDay(long millis) {
    assertThat(Filed.dateOf(millis))
        .isEqualTo(LocalDate.ofInstant(Instant.ofEpochMilli(millis), Filed.ZONE));
  }
}
