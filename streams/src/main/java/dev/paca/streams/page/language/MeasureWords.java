package dev.paca.streams.page.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A measure's name in words. {@code audits.inspection.corruptionCases} is the field corruptionCases
 * of the reports audits, those of the channel inspection only; the words for each of the three are
 * in the texts.
 *
 * @param name as in formulas
 */
public record MeasureWords(String name, Wording wording) {

  /** The report type, first word of the name. */
  public String type() {
    return name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
  }

  /** The field, last word of the name. */
  public String field() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** What it counts: the field, and the channel, stage, target, severity or form it is kept to. */
  public String label() {
    if (type().equals("matters")) {
      return wording.find("measure." + name).orElse(name);
    }
    Optional<String> field = wording.find("field." + field());
    if (field.isEmpty()) {
      return name;
    }
    String levels = String.join(", ", levels().stream().map(this::level).toList());
    return levels.isEmpty() ? field.get() : field.get() + " (" + levels + ")";
  }

  /** Which agencies report it. */
  public String agencies() {
    return wording.find("agencies." + type()).orElse(name);
  }

  /** The exact value with its unit; an amount also in short. */
  public String value(Number value) {
    if (name.endsWith("Vnd")) {
      String exact = wording.say("money.plain", wording.whole(value));
      return value.longValue() < 1_000_000 ? exact : exact + " (" + wording.money(value) + ")";
    }
    return name.endsWith("M2") ? wording.whole(value) + " m²" : wording.whole(value);
  }

  private List<String> levels() {
    String[] words = name.split("\\.");
    return words.length < 3 ? List.of() : Arrays.asList(words).subList(1, words.length - 1);
  }

  private String level(String word) {
    return wording.find("level." + word).orElse(word);
  }
}
