package dev.paca.streams.page.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern SAID = Pattern.compile("(?:say|count)\\(\\s*\"([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private final Wording vi = Wording.in(Language.VI);
  private final Wording en = Wording.in(Language.EN);

  @Test
  void everyTextIsThereInBothLanguages() {
    assertThat(withoutPlurals(vi.keys())).isEqualTo(withoutPlurals(en.keys()));
  }

  @Test
  void bothLanguagesFillTheSamePlaces() {
    for (String key : vi.keys()) {
      assertThat(places(vi, key)).as(key).isEqualTo(places(en, key));
    }
  }

  @Test
  void vietnameseIsWrittenInComposedCharacters() {
    for (String key : vi.keys()) {
      String text = vi.find(key).orElseThrow();
      assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as(key).isTrue();
    }
  }

  @Test
  void everyTextThatTemplatesAndClassesAskForExists() throws IOException {
    Set<String> asked = new TreeSet<>();
    for (Path root :
        List.of(Path.of("src/main/jte"), Path.of("src/main/java/dev/paca/streams/page"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher said = SAID.matcher(Files.readString(file));
          while (said.find()) {
            asked.add(said.group(1));
          }
        }
      }
    }
    // A word before an equals(), and keys completed at run time: "map." + tone.
    asked.removeIf(key -> key.endsWith(".") || !key.contains("."));
    assertThat(asked).hasSizeGreaterThan(80);
    assertThat(vi.keys()).containsAll(asked);
  }

  private static Set<String> withoutPlurals(Set<String> keys) {
    Set<String> plain = new TreeSet<>(keys);
    plain.removeIf(key -> key.endsWith(".one"));
    return plain;
  }

  private static Set<String> places(Wording wording, String key) {
    Set<String> places = new TreeSet<>();
    Matcher place = PLACE.matcher(wording.find(key).orElse(""));
    while (place.find()) {
      places.add(place.group());
    }
    return places;
  }
}
