package dev.paca.streams.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartsTest {
  @ParameterizedTest
  @CsvSource({
    "0,BELOW_50",
    "49.99,BELOW_50",
    "50,FROM_50",
    "59.99,FROM_50",
    "60.00,FROM_60",
    "69.99,FROM_60",
    "70,FROM_70",
    "79.99,FROM_70",
    "80,FROM_80",
    "100,FROM_80"
  })
  void aTonesBoundsAreTheSameEveryYear(BigDecimal total, Tone tone) {
    assertThat(Tone.of(total)).isEqualTo(tone);
  }

  @ParameterizedTest
  @CsvSource({"FINAL,SOLID", "APPRAISED,HATCHED", "COMPUTED,HATCHED", "SELF,HATCHED", "NONE,EMPTY"})
  void aBarIsSolidOnlyWhenItsPointsAreFinal(String basis, Fill fill) {
    assertThat(Fill.of(basis)).isEqualTo(fill);
  }

  @Test
  void aBarIsAsLongAsItsShareAndStaysInItsTrack() {
    assertThat(bar("50").length()).isEqualTo("60.0");
    assertThat(bar("100").length()).isEqualTo("120.0");
    assertThat(bar("130").length()).isEqualTo("120");
    assertThat(bar("0").length()).as("no points still draw a line").isEqualTo("1");
  }

  private static Bar bar(String points) {
    return Bar.of(new BigDecimal(points), BigDecimal.valueOf(100), "FINAL", BigDecimal.TEN);
  }

  @Test
  void theGridFollowsTheProvinceSet() {
    assertThat(TileGrid.asOf("2025-06-30").tiles()).hasSize(63);
    assertThat(TileGrid.asOf("2025-07-01").tiles()).hasSize(34).doesNotContainKey("94");
  }

  @Test
  void noTwoTilesLieOnEachOther() {
    for (String day : List.of("2022-12-15", "2025-12-15")) {
      Set<List<Integer>> places = new HashSet<>();
      TileGrid.asOf(day)
          .tiles()
          .values()
          .forEach(tile -> assertThat(places.add(List.of(tile.row(), tile.column()))).isTrue());
    }
  }

  @Test
  void aYearThatCannotBeComparedBreaksTheRankLine() {
    Map<String, Integer> ranks = Map.of("01", 1, "94", 2);
    RankLines lines =
        new RankLines(
            List.of(
                new RankLines.Year(2021, 63, ranks, true),
                new RankLines.Year(2022, 63, ranks, true),
                new RankLines.Year(2025, 34, ranks, false)),
            "94");
    assertThat(lines.chosen().chars().filter(c -> c == 'M').count()).isEqualTo(1);
    assertThat(lines.breaks()).extracting(RankLines.Break::year).containsExactly(2025);
    assertThat(lines.dots()).hasSize(3);
  }

  @Test
  void rankOneIsOnTop() {
    RankLines lines =
        new RankLines(List.of(new RankLines.Year(2022, 63, Map.of("01", 1), true)), "01");
    RankLines last =
        new RankLines(List.of(new RankLines.Year(2022, 63, Map.of("01", 63), true)), "01");
    assertThat(lines.dots().get(0).y()).isLessThan(last.dots().get(0).y());
  }

  @Test
  void aYearWithoutATotalBreaksTheSparkline() {
    Optional<BigDecimal> ten = Optional.of(BigDecimal.TEN);
    Spark whole = new Spark(List.of(ten, ten, ten), BigDecimal.ONE, BigDecimal.TEN);
    Spark broken = new Spark(List.of(ten, Optional.empty(), ten), BigDecimal.ONE, BigDecimal.TEN);
    assertThat(whole.path().chars().filter(c -> c == 'M').count()).isEqualTo(2);
    assertThat(broken.path()).isEmpty();
  }

  @Test
  void marksOfOneDayDoNotHideEachOther() {
    LocalDate day = LocalDate.of(2022, 3, 2);
    Lanes.Mark mark = new Lanes.Mark(day, 1, false, false);
    Lanes lanes = new Lanes(List.of(), day, day.plusMonths(2));
    List<Integer> places = lanes.places(new Lanes.Lane("CA", List.of(mark, mark)));
    assertThat(places.get(1) - places.get(0)).isGreaterThanOrEqualTo(18);
  }
}
