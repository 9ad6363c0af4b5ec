package dev.paca.streams.page.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The texts of one language, with {@code {0}} as the places of what is filled in. */
final class Texts {
  private final Properties texts;

  private Texts(Properties texts) {
    this.texts = texts;
  }

  static Texts of(Language language) {
    String file = "/page/texts_" + language.code() + ".properties";
    Properties texts = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Not on the class path: " + file);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return new Texts(texts);
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(texts.getProperty(key));
  }

  String say(String key, Object... filling) {
    String text =
        find(key).orElseThrow(() -> new IllegalArgumentException("There is no text " + key));
    for (int i = 0; i < filling.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(filling[i]));
    }
    return text;
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }
}
