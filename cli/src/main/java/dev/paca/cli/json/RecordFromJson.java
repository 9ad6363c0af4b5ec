package dev.paca.cli.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** From the JSON of {@link PlainJson} back to the record of a report or rubric: flat records. */
public final class RecordFromJson {
  private RecordFromJson() {}

  /**
   * The record of this class with every field as the JSON states it.
   *
   * @throws IllegalArgumentException naming the field that cannot be read
   */
  public static <T extends SpecificRecord> T read(JsonNode json, Class<T> type) {
    Schema schema = SpecificData.get().getSchema(type);
    T result = type.cast(SpecificData.newInstance(type, schema));
    for (Schema.Field field : schema.getFields()) {
      try {
        result.put(field.pos(), value(json.path(field.name()), field.schema()));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(field.name() + " cannot be read: " + e.getMessage(), e);
      }
    }
    return result;
  }

  private static Object value(JsonNode json, Schema schema) {
    if (schema.isUnion()) {
      return json.isNull() || json.isMissingNode() ? null : value(json, schema.getTypes().get(1));
    }
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return new BigDecimal(json.asText()).setScale(decimal.getScale());
    }
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return LocalDate.parse(json.asText());
    }
    return switch (schema.getType()) {
      case STRING -> text(json);
      case ENUM -> SpecificData.get().createEnum(text(json), schema);
      case INT -> Math.toIntExact(whole(json));
      case LONG -> whole(json);
      default -> throw new IllegalArgumentException("no report has a " + schema.getType());
    };
  }

  private static String text(JsonNode json) {
    if (!json.isTextual()) {
      throw new IllegalArgumentException("expected text, found " + json);
    }
    return json.textValue();
  }

  private static long whole(JsonNode json) {
    if (!json.isIntegralNumber() || !json.canConvertToLong()) {
      throw new IllegalArgumentException("expected a whole number, found " + json);
    }
    return json.longValue();
  }
}
