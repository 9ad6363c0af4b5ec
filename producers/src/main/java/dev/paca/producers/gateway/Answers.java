package dev.paca.producers.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.problems.Problem;
import dev.paca.topics.Position;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes what the gateway says, the good and the bad. */
final class Answers {
  static final String POSITION_HEADER = "Paca-Position";
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Answers() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static void json(Context ctx, int status, ObjectNode body) {
    write(ctx, status, JSON, body);
  }

  /** A refusal as RFC 9457 has it. */
  static void problem(Context ctx, RequestRefused refused) {
    problem(ctx, refused, object());
  }

  /** A refusal that also says what became of each item. */
  static void problem(Context ctx, RequestRefused refused, ObjectNode more) {
    ObjectNode body = object();
    body.put("type", refused.code().type());
    body.put("title", refused.code().title());
    body.put("status", refused.status());
    body.put("detail", refused.getMessage());
    body.put("code", refused.code().name());
    if (!refused.errors().isEmpty()) {
      body.set("errors", errors(refused.errors()));
    }
    body.setAll(more);
    refused.headers().forEach(ctx::header);
    write(ctx, refused.status(), PROBLEM, body);
  }

  /** What became of each item of a batch, and the position of all that were accepted. */
  static ObjectNode results(List<Outcome> outcomes) {
    ObjectNode body = object();
    ArrayNode results = MAPPER.createArrayNode();
    int accepted = 0;
    int rejected = 0;
    for (int index = 0; index < outcomes.size(); index++) {
      ObjectNode result = results.addObject().put("index", index);
      Outcome outcome = outcomes.get(index);
      if (outcome instanceof Outcome.Accepted known) {
        accepted++;
        result.put("status", "accepted").put("position", known.position().format());
      } else if (outcome instanceof Outcome.Rejected wrong) {
        rejected++;
        result.put("status", "rejected").set("errors", errors(wrong.problems()));
      } else {
        result.put("status", "unavailable");
      }
    }
    body.put("accepted", accepted);
    body.put("rejected", rejected);
    body.put("unavailable", outcomes.size() - accepted - rejected);
    body.put("position", position(outcomes).format());
    body.set("results", results);
    return body;
  }

  /** The position of all that were accepted. */
  static Position position(List<Outcome> outcomes) {
    Position position = Position.NONE;
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Accepted accepted) {
        position = position.plus(accepted.position());
      }
    }
    return position;
  }

  private static ArrayNode errors(List<Problem> problems) {
    ArrayNode errors = MAPPER.createArrayNode();
    for (Problem problem : problems) {
      errors
          .addObject()
          .put("field", problem.field())
          .put("code", problem.code().name())
          .put("message", problem.message());
    }
    return errors;
  }

  private static void write(Context ctx, int status, String type, ObjectNode body) {
    try {
      byte[] bytes = MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
      ctx.status(status).contentType(type).result(bytes);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree is always writable", e);
    }
  }
}
