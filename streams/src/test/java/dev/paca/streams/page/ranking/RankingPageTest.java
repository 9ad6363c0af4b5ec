package dev.paca.streams.page.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.streams.page.language.Language;
import dev.paca.streams.page.language.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingPageTest {
  private static final List<String> PARTS = List.of("A", "B", "C", "D");

  @ParameterizedTest
  @CsvSource({
    "8,9,▲1,lên 1 bậc,up 1 place",
    "9,6,▼3,xuống 3 bậc,down 3 places",
    "5,5,–,giữ nguyên hạng,same rank",
    "5,,·,năm trước không có hạng,no rank a year before",
    ",5,·,năm trước không có hạng,no rank a year before"
  })
  void aMoveIsASignAndWords(Integer rank, Integer before, String sign, String vi, String en) {
    Move move = Move.of(rank, before);
    assertThat(move.sign()).isEqualTo(sign);
    assertThat(move.words(Wording.in(Language.VI))).isEqualTo(vi);
    assertThat(move.words(Wording.in(Language.EN))).isEqualTo(en);
  }

  @Test
  void pressingASortedColumnTurnsItRound() {
    RankingOrder order = RankingOrder.of("total", PARTS);
    assertThat(order.aria("total")).isEqualTo("descending");
    assertThat(order.pressed("total")).isEqualTo("-total");
    assertThat(order.pressed("name")).isEqualTo("name");
    assertThat(order.aria("name")).isEqualTo("none");
    assertThat(RankingOrder.of("-total", PARTS).aria("total")).isEqualTo("ascending");
  }

  @Test
  void anUnknownOrderIsTheRankingsOwn() {
    assertThat(RankingOrder.of("<script>", PARTS)).isEqualTo(new RankingOrder("rank", false));
    assertThat(RankingOrder.of("", PARTS).written()).isEmpty();
    assertThat(RankingOrder.of("-C", PARTS).written()).isEqualTo("-C");
  }
}
