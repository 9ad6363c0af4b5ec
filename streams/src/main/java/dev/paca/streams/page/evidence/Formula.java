package dev.paca.streams.page.evidence;

import dev.paca.streams.page.language.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula as written, each measure in it with its value. */
public record Formula(List<Piece> pieces) {
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?:audits|denunciations|prosecutions|recoveries|sanctions|conflicts|matters)(?:\\.\\w+)+");

  /** Text, or the name of a measure with its value. */
  public record Piece(String text, Optional<String> value) {}

  /** A measure that never occurred is 0, as in the computation. */
  public static Formula of(String text, Map<String, Number> measures, Wording wording) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = MEASURE.matcher(text);
    int done = 0;
    while (matcher.find()) {
      pieces.add(new Piece(text.substring(done, matcher.start()), Optional.empty()));
      String value = wording.whole(measures.getOrDefault(matcher.group(), 0));
      pieces.add(new Piece(matcher.group(), Optional.of(value)));
      done = matcher.end();
    }
    pieces.add(new Piece(text.substring(done), Optional.empty()));
    return new Formula(pieces.stream().filter(piece -> !piece.text().isEmpty()).toList());
  }
}
