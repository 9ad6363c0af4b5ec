package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.rubric.RubricText;
import dev.paca.streams.http.Questions.Answer;
import dev.paca.streams.http.Questions.Question;
import dev.paca.streams.query.DiffView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.RubricQueries;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The questions about rubrics. */
final class RubricQuestions {
  private static final String RUBRICS = "/v1/assessments/{year}/rubrics";
  private static final List<String> TYPES =
      List.of("application/yaml", "application/x-yaml", "text/yaml", "text/plain");

  private final RubricQueries queries;

  RubricQuestions(RubricQueries queries) {
    this.queries = queries;
  }

  Map<String, Question> byPath() {
    Map<String, Question> all = new LinkedHashMap<>();
    all.put(RUBRICS, ctx -> new Answer(queries.publications(Asked.year(ctx)), Optional.empty()));
    all.put(RUBRICS + "/{version}", this::version);
    return all;
  }

  /** Asked with a body. Nothing is changed by asking. */
  Map<String, Question> posted() {
    return Map.of("/v1/assessments/{year}/diff", this::diff);
  }

  private Answer version(Context ctx) {
    String version = ctx.pathParam("version");
    if (!version.matches("[0-9]{1,6}")) {
      throw Asked.bad("A version is a whole number, such as 1, not '%s'".formatted(version));
    }
    return new Answer(
        queries.publication(Asked.year(ctx), Integer.parseInt(version)), Optional.empty());
  }

  private Answer diff(Context ctx) {
    int year = Asked.year(ctx);
    String type = Optional.ofNullable(ctx.contentType()).orElse(TYPES.get(0));
    if (!TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
      throw Asked.bad(
          "The body is the rubric's YAML, sent as application/yaml or text/plain, not as " + type);
    }
    DiffView diff = queries.diff(year, file(ctx));
    return new Answer(diff, Optional.of(diff.truth()));
  }

  private static byte[] file(Context ctx) {
    try {
      byte[] file = ctx.bodyInputStream().readNBytes(RubricText.MAX_BYTES + 1);
      if (file.length > RubricText.MAX_BYTES) {
        throw new QueryRefused(
            ProblemCode.TOO_LARGE, "A rubric has at most " + RubricText.MAX_BYTES + " bytes");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("the request ended early", e);
    }
  }
}
