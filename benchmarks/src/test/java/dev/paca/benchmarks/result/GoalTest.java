package dev.paca.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.cli.console.Cell;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoalTest {

  @Test
  void aGoalIsMetUpToItsBound() {
    assertThat(Goal.cells(Goal.atMost(200), 200))
        .extracting(Cell::value)
        .containsExactly("<= 200", "met");
    assertThat(Goal.cells(Goal.atMost(200), 200.1))
        .extracting(Cell::value)
        .containsExactly("<= 200", "missed");
    assertThat(Goal.cells(Goal.atLeast(0.85), 0.85))
        .extracting(Cell::value)
        .containsExactly(">= 0.85", "met");
    assertThat(Goal.cells(Goal.atLeast(0.85), 0.84))
        .extracting(Cell::value)
        .containsExactly(">= 0.85", "missed");
  }

  @Test
  void whatIsNotKnownIsNotJudged() {
    assertThat(Goal.cells(Goal.atMost(2), Double.NaN))
        .extracting(Cell::value)
        .containsExactly("<= 2", "");
  }

  @Test
  void withoutAGoalNothingIsSaid() {
    assertThat(Goal.cells(Optional.empty(), 5)).extracting(Cell::value).containsExactly("", "");
  }
}
