package dev.paca.producers.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.ReportForm;
import dev.paca.scoring.report.ReportType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * The gateway's OpenAPI document: the operation is written by hand, the seven types of report come
 * from their Avro schemas, so that no field is described twice.
 */
final class OpenApi {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private OpenApi() {}

  static ObjectNode document() {
    ObjectNode document = read();
    ObjectNode paths = (ObjectNode) document.get("paths");
    ObjectNode template = (ObjectNode) paths.remove("/v1/reports/{type}");
    ObjectNode schemas = document.withObject("/components/schemas");
    for (ReportType type : ReportType.values()) {
      schemas.set(type.schema().getName(), report(type));
      paths.set("/v1/reports/" + type.word(), path(template, type));
    }
    ArrayNode codes = schemas.withObject("/FieldError/properties/code").putArray("enum");
    for (ProblemCode code : ProblemCode.values()) {
      codes.add(code.name());
    }
    return document;
  }

  private static ObjectNode read() {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.json is not readable from the class path", e);
    }
  }

  private static ObjectNode path(ObjectNode template, ReportType type) {
    try {
      String name = type.schema().getName();
      String text =
          template.toString().replace("TYPE_NAME", name).replace("TYPE_WORD", type.word());
      return (ObjectNode) MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.json is not a template", e);
    }
  }

  private static ObjectNode report(ReportType type) {
    ObjectNode schema = MAPPER.createObjectNode().put("type", "object");
    schema.put("description", type.schema().getDoc());
    schema.put("additionalProperties", false);
    ArrayNode required = schema.putArray("required");
    ReportForm.of(type).required().forEach(required::add);
    ObjectNode properties = schema.putObject("properties");
    for (Schema.Field field : type.schema().getFields()) {
      ObjectNode property = field(field);
      if (field.doc() != null) {
        property.put("description", field.doc());
      }
      properties.set(field.name(), property);
    }
    return schema;
  }

  private static ObjectNode field(Schema.Field field) {
    boolean optional = field.hasDefaultValue();
    Schema stated = field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
    ObjectNode property = MAPPER.createObjectNode();
    LogicalType logical = stated.getLogicalType();
    switch (stated.getType()) {
      case ENUM -> {
        type(property, "string", optional);
        ArrayNode words = property.putArray("enum");
        stated.getEnumSymbols().forEach(words::add);
        if (optional) {
          words.addNull();
        }
      }
      case BYTES -> {
        type(property, "number", optional);
        property.put("minimum", 0).put("multipleOf", 0.01);
      }
      case LONG, INT -> {
        if (logical instanceof LogicalTypes.Date) {
          type(property, "string", optional);
          property.put("format", "date");
        } else {
          type(property, "integer", optional);
          property.put("format", stated.getType() == Schema.Type.LONG ? "int64" : "int32");
          property.put("minimum", 0);
        }
      }
      default -> type(property, "string", optional);
    }
    return property;
  }

  private static void type(ObjectNode property, String type, boolean optional) {
    if (optional) {
      property.putArray("type").add(type).add("null");
    } else {
      property.put("type", type);
    }
  }
}
