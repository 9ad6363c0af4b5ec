package dev.paca.streams.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a value with a schema of the document: types, required fields, choices, items. Stricter
 * than JSON Schema in one point: a field that the schema does not name is a fault, so that nothing
 * is answered that is not described.
 */
record ShapeCheck(JsonNode document) {

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  List<String> faults(JsonNode value, JsonNode reference, String at) {
    JsonNode schema = resolved(reference);
    List<String> faults = new ArrayList<>();
    if (!hasType(value, schema.path("type"))) {
      faults.add(at + " is " + value + ", not " + schema.path("type"));
    } else if (schema.has("enum") && !among(value, schema.get("enum"))) {
      faults.add(at + " is " + value + ", not one of " + schema.get("enum"));
    } else if (value.isObject()) {
      object(value, schema, at, faults);
    } else if (value.isArray()) {
      for (int index = 0; index < value.size(); index++) {
        faults.addAll(faults(value.get(index), schema.get("items"), at + "[" + index + "]"));
      }
    }
    return faults;
  }

  private void object(JsonNode value, JsonNode schema, String at, List<String> faults) {
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        faults.add(at + "." + required.asText() + " is missing");
      }
    }
    value
        .properties()
        .forEach(
            field -> {
              String place = at + "." + field.getKey();
              JsonNode property = schema.path("properties").path(field.getKey());
              JsonNode more = schema.path("additionalProperties");
              if (!property.isMissingNode()) {
                faults.addAll(faults(field.getValue(), property, place));
              } else if (more.isObject()) {
                faults.addAll(faults(field.getValue(), more, place));
              } else if (!more.asBoolean(false)) {
                faults.add(place + " is not described");
              }
            });
  }

  private static boolean hasType(JsonNode value, JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (hasType(value, one)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  private static boolean among(JsonNode value, JsonNode choices) {
    for (JsonNode choice : choices) {
      if (choice.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
