package dev.paca.streams.page.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.streams.page.language.Language;
import dev.paca.streams.page.language.Wording;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormulaTest {
  private static final String TEXT =
      "matters.detected.prosecutions >= 3 ? 2.0 : min(1.0, double(audits.violationVnd) / 2.5)";

  private final Formula formula =
      Formula.of(TEXT, Map.of("audits.violationVnd", 1234567L), Wording.in(Language.VI));

  @Test
  void theFormulaStaysAsItIsWritten() {
    String text = formula.pieces().stream().map(Formula.Piece::text).collect(Collectors.joining());
    assertThat(text).isEqualTo(TEXT);
  }

  @Test
  void everyMeasureHasItsValueAndOneThatNeverOccurredIsZero() {
    Map<String, String> values =
        formula.pieces().stream()
            .filter(piece -> piece.value().isPresent())
            .collect(Collectors.toMap(Formula.Piece::text, piece -> piece.value().get()));
    assertThat(values)
        .isEqualTo(
            Map.of("matters.detected.prosecutions", "0", "audits.violationVnd", "1.234.567"));
  }
}
