package dev.paca.registry;

import dev.paca.registry.RegistryHttp.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * A registry over Confluent's REST API. It caches nothing: every method is a call, and the serdes
 * remember the answers. Safe for several threads.
 *
 * <p>Every method throws {@link RegistryException.Unavailable} when no registry answers and {@link
 * RegistryException.Refused} when it answers with something else than its method says.
 */
public final class SchemaRegistry {
  private static final int SUBJECT_NOT_FOUND = 40401;
  private static final int VERSION_NOT_FOUND = 40402;
  private static final int SCHEMA_NOT_FOUND = 40403;
  private static final int COMPATIBILITY_NOT_SET = 40408;

  /** A schema and the id that the registry knows it by. */
  public record Registered(int id, Schema schema) {}

  private final RegistryHttp http;

  public SchemaRegistry(RegistryConfig config) {
    this.http = new RegistryHttp(config);
  }

  /**
   * The schema with this id.
   *
   * @throws RegistryException.UnknownId when there is none
   */
  public Schema schema(int id) {
    Answer answer = http.get("/schemas/ids/" + id);
    if (isMissing(answer, SCHEMA_NOT_FOUND)) {
      throw new RegistryException.UnknownId(id);
    }
    return parse(answer, "schema " + id);
  }

  /**
   * Registers a schema under a subject, or finds it there; safe to repeat.
   *
   * @return its id
   * @throws RegistryException.Incompatible when the subject's compatibility forbids it
   */
  public int register(String subject, Schema schema) {
    Answer answer = http.send("POST", subject(subject) + "/versions", body(schema));
    if (answer.status() == 409) {
      throw new RegistryException.Incompatible(
          "The registry does not take this version of "
              + schema.getFullName()
              + " for "
              + subject
              + ": "
              + answer.message());
    }
    return id(answer, "register " + schema.getFullName() + " for " + subject);
  }

  /** The id of exactly this schema under a subject; empty when it is not there. */
  public Optional<Integer> find(String subject, Schema schema) {
    Answer answer = http.send("POST", subject(subject), body(schema));
    if (isMissing(answer, SUBJECT_NOT_FOUND, SCHEMA_NOT_FOUND)) {
      return Optional.empty();
    }
    return Optional.of(id(answer, "look up " + schema.getFullName() + " for " + subject));
  }

  /** The latest schema of a subject; empty for an unknown subject. */
  public Optional<Registered> latest(String subject) {
    Answer answer = http.get(subject(subject) + "/versions/latest");
    if (isMissing(answer, SUBJECT_NOT_FOUND, VERSION_NOT_FOUND)) {
      return Optional.empty();
    }
    String doing = "read the latest version of " + subject;
    return Optional.of(new Registered(id(answer, doing), parse(answer, doing)));
  }

  /**
   * A subject's own compatibility level; empty where it follows the registry's. {@code NONE} counts
   * as empty: Apicurio says so of a subject that has no level of its own, and Confluent's says 404.
   */
  public Optional<String> compatibility(String subject) {
    Answer answer = http.get("/config/" + encoded(subject));
    if (isMissing(answer, SUBJECT_NOT_FOUND, COMPATIBILITY_NOT_SET)) {
      return Optional.empty();
    }
    demand(answer, answer.body().has("compatibilityLevel"), "read the settings of " + subject);
    return Optional.of(answer.body().get("compatibilityLevel").asText())
        .filter(level -> !level.equals("NONE"));
  }

  /** Sets a subject's own compatibility level, e.g. {@code BACKWARD_TRANSITIVE}. */
  public void compatibility(String subject, String level) {
    Answer answer = http.send("PUT", "/config/" + encoded(subject), Map.of("compatibility", level));
    demand(answer, true, "set the compatibility of " + subject);
  }

  // A 404 without the registry's own code comes from something else at that address. Taken for
  // "no such schema" it would turn every good record away.
  private static boolean isMissing(Answer answer, int... codes) {
    for (int code : codes) {
      if (answer.status() == 404 && answer.errorCode() == code) {
        return true;
      }
    }
    return false;
  }

  private static int id(Answer answer, String doing) {
    demand(answer, answer.body().path("id").isInt(), doing);
    return answer.body().get("id").intValue();
  }

  private static Schema parse(Answer answer, String what) {
    demand(answer, answer.body().path("schema").isTextual(), "read " + what);
    try {
      return new Schema.Parser().parse(answer.body().get("schema").textValue());
    } catch (SchemaParseException e) {
      throw new RegistryException.Incompatible(
          "The registry's " + what + " is not an Avro schema: " + e.getMessage());
    }
  }

  private static void demand(Answer answer, boolean complete, String doing) {
    if (!answer.ok() || !complete) {
      String said = answer.ok() ? "an answer that is not a registry's" : answer.message();
      throw new RegistryException.Refused(
          answer.status(),
          "Could not " + doing + " at " + RegistryHttp.shown(answer.url()) + ": " + said);
    }
  }

  /** As {@code Schema.toString()} and never prettier: some registries compare the text. */
  private static Map<String, String> body(Schema schema) {
    return Map.of("schema", schema.toString());
  }

  private static String subject(String subject) {
    return "/subjects/" + encoded(subject);
  }

  private static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
