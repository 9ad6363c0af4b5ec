package dev.paca.cli.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** From a record to JSON. */
public final class PlainJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private PlainJson() {}

  /** Every field of the record; one not stated is null. */
  public static ObjectNode of(IndexedRecord value) {
    ObjectNode node = NODES.objectNode();
    for (Schema.Field field : value.getSchema().getFields()) {
      node.set(field.name(), node(value.get(field.pos())));
    }
    return node;
  }

  /** Bytes as they came, in Base64. */
  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static JsonNode node(Object value) {
    if (value == null) {
      return NODES.nullNode();
    } else if (value instanceof IndexedRecord nested) {
      return of(nested);
    } else if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(element -> array.add(node(element)));
      return array;
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, element) -> object.set(key.toString(), node(element)));
      return object;
    } else if (value instanceof BigDecimal decimal) {
      return NODES.numberNode(decimal);
    } else if (value instanceof Integer whole) {
      return NODES.numberNode(whole);
    } else if (value instanceof Long whole) {
      return NODES.numberNode(whole);
    } else if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return NODES.textNode(base64(copy));
    }
    // Dates, instants, enum words and strings: their text is their ISO or contract form.
    return NODES.textNode(value.toString());
  }
}
