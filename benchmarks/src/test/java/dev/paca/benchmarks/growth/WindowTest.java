package dev.paca.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paca.benchmarks.result.Sheet;
import dev.paca.cli.console.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static Window window(long reports, double perSecond) {
    return new Window(reports, perSecond, 900, 300);
  }

  @Test
  void ofEightMillionReportsWindowsEndAtHalfOneTwoFourAndEight() {
    assertThat(Window.ends(8_000_000))
        .containsExactly(500_000L, 1_000_000L, 2_000_000L, 4_000_000L, 8_000_000L);
  }

  @Test
  void theLastWindowEndsWithTheLastReport() {
    assertThat(Window.ends(8_000_001)).endsWith(8_000_001L);
    assertThat(Window.ends(3)).containsExactly(1L, 3L);
  }

  @Test
  void theLastWindowIsComparedWithTheSecond() {
    List<Window> windows = List.of(window(1, 100), window(2, 80), window(4, 90), window(8, 60));
    assertThat(Window.ratio(windows)).isCloseTo(0.75, within(1e-9));
    assertThat(Window.ratio(windows.subList(0, 1))).isNaN();
  }

  @Test
  void aDrainThatSlowsDownMissesItsGoal() {
    Sheet slow = Growth.sheet(millions(100, 100, 84));
    Sheet steady = Growth.sheet(millions(100, 100, 85));
    assertThat(slow.rows().get(2)).extracting(Cell::value).endsWith(">= 0.85", "missed");
    assertThat(steady.rows().get(2)).extracting(Cell::value).endsWith(">= 0.85", "met");
    assertThat(steady.rows().get(1)).extracting(Cell::value).endsWith("", "");
  }

  @Test
  void aDrainOfFewReportsSaysNothingOfGrowth() {
    Sheet few = Growth.sheet(List.of(window(30_000, 100), window(60_000, 20)));
    assertThat(few.rows().get(1)).extracting(Cell::value).endsWith("", "");
  }

  private static List<Window> millions(double first, double second, double third) {
    return List.of(window(1_000_000, first), window(2_000_000, second), window(4_000_000, third));
  }

  @Test
  void allPartsOfTheHeapCount() {
    assertThat(
            Heap.megabytes(
                """
                # TYPE jvm_memory_used_bytes gauge
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 1.048576E7
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 3145728.0
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.0E7
                """))
        .isEqualTo(13);
  }
}
