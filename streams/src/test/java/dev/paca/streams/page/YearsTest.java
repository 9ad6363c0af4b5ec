package dev.paca.streams.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class YearsTest {
  private final Years years = Years.of(new FixtureQueries());

  @Test
  void aYearWithOtherProvincesDoesNotContinueTheOneBefore() {
    assertThat(years.find(2022)).map(Years.Year::change).hasValue(Years.Change.NONE);
    assertThat(years.find(2025)).map(Years.Year::change).hasValue(Years.Change.PROVINCES);
  }

  @Test
  void linesRunOnlyThroughYearsThatCanBeCompared() {
    assertThat(years.leadingTo(2022)).extracting(Years.Year::year).containsExactly(2021, 2022);
    assertThat(years.leadingTo(2025)).extracting(Years.Year::year).containsExactly(2025);
  }

  @Test
  void aYearWithNothingYetHasNoScores() {
    assertThat(years.find(2026)).map(Years.Year::hasScores).hasValue(false);
    assertThat(years.find(1999)).isEqualTo(Optional.empty());
  }
}
