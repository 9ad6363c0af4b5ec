package dev.paca.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.cli.CommandRun.Place;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LanguageTest {
  private final Place place = new Place(Path.of(""));

  @Test
  void vietnameseHasACommaAndDotsBetweenThousands() {
    assertThat(Language.VI.points(new BigDecimal("72.46"))).isEqualTo("72,46");
    assertThat(Language.VI.amount(1_234_567L)).isEqualTo("1.234.567");
    assertThat(Language.VI.date("2022-12-15")).isEqualTo("15/12/2022");
  }

  @Test
  void englishHasADotAndCommasBetweenThousands() {
    assertThat(Language.EN.points(new BigDecimal("72.4"))).isEqualTo("72.40");
    assertThat(Language.EN.amount(new BigDecimal("1234567.5"))).isEqualTo("1,234,567.5");
    assertThat(Language.EN.date("2022-12-15")).isEqualTo("2022-12-15");
  }

  @Test
  void theLocaleDecidesAndTheStrongerVariableWins() {
    assertThat(of(place)).isEqualTo(Language.EN);
    assertThat(of(place.with("LANG", "vi_VN.UTF-8"))).isEqualTo(Language.VI);
    assertThat(of(place.with("LANG", "vi_VN.UTF-8").with("LC_ALL", "C"))).isEqualTo(Language.EN);
    assertThat(of(place.with("LANG", "vi_VN.UTF-8").with("LC_ALL", ""))).isEqualTo(Language.VI);
  }

  private static Language of(Place place) {
    return Language.of(place.console(new ByteArrayOutputStream(), new ByteArrayOutputStream()));
  }
}
