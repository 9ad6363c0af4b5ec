package dev.paca.streams.page;

import dev.paca.scoring.rubric.RubricText;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The draft that a browser's form carries. */
final class Form {
  /** In a form one byte may become three characters. */
  private static final int MOST_BYTES = 3 * RubricText.MAX_BYTES;

  private static final String FIELD = "yaml=";

  private Form() {}

  /** Empty when it is larger than any rubric, or no form at all. */
  static Optional<String> draft(Context ctx) {
    try {
      byte[] body = ctx.bodyInputStream().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        return Optional.empty();
      }
      String form = new String(body, StandardCharsets.US_ASCII);
      for (String pair : form.split("&", 20)) {
        if (pair.startsWith(FIELD)) {
          String text = URLDecoder.decode(pair.substring(FIELD.length()), StandardCharsets.UTF_8);
          // Browsers send a form's lines with both characters.
          String lines = text.replace("\r\n", "\n");
          boolean fits = lines.getBytes(StandardCharsets.UTF_8).length <= RubricText.MAX_BYTES;
          return fits ? Optional.of(lines) : Optional.empty();
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the request ended early", e);
    }
  }
}
