package dev.paca.cli.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import java.util.List;

/** One answer of the API, as it came. */
public record Answer(String json) {
  // A newer service may say more than this command knows; figures keep every digit.
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // Points have two decimals, 58.50 as well.
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

  public <T> T as(Class<T> view) {
    try {
      return JSON.readValue(json, view);
    } catch (JsonProcessingException e) {
      throw notUnderstood(e);
    }
  }

  /** The answer's list: the array itself, or the one array inside an object around it. */
  public <T> List<T> asList(TypeReference<List<T>> views) {
    try {
      return JSON.convertValue(list(JSON.readTree(json)), views);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw notUnderstood(e);
    }
  }

  private static JsonNode list(JsonNode answer) {
    if (answer.isObject()) {
      for (JsonNode field : answer) {
        if (field.isArray()) {
          return field;
        }
      }
    }
    return answer;
  }

  public void print(Console console) {
    console.out().println(json.stripTrailing());
  }

  private static CommandFailed notUnderstood(Exception e) {
    return new CommandFailed(
        "the query service's answer does not fit this command; are both of the same version?", e);
  }
}
