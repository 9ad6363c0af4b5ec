package dev.paca.producers.form;

import dev.paca.problems.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One of a closed list of words. */
record ChoiceKind(List<Enum<?>> constants) implements FieldKind {

  ChoiceKind(Class<?> type) {
    this(Arrays.stream(type.getEnumConstants()).<Enum<?>>map(Enum.class::cast).toList());
  }

  @Override
  public Reading read(String text) {
    for (Enum<?> constant : constants) {
      if (constant.name().equals(text)) {
        return new Reading.Value(constant);
      }
    }
    String meant =
        NearestName.of(text, words()).map(word -> "; did you mean " + word + "?").orElse("");
    return wrong(
        text, "is not one of " + words().stream().collect(Collectors.joining(", ")) + meant);
  }

  List<String> words() {
    return constants.stream().<String>map(Enum::name).toList();
  }

  @Override
  public ProblemCode wrongCode() {
    return ProblemCode.BAD_CHOICE;
  }

  @Override
  public Object standIn() {
    return constants.get(0);
  }

  @Override
  public String wanted() {
    return "one of " + String.join(", ", words());
  }
}
