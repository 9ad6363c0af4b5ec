package dev.paca.cli.export;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.json.PlainJson;
import dev.paca.cli.json.RecordFromJson;
import dev.paca.streams.recount.Entry;
import dev.paca.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * One line of an export: {@code {"partition", "offset", "timestamp", "key", "report"}}; what could
 * not be read has {@code "problem"} and {@code "bytes"} (Base64) and a null report.
 */
final class EntryLine {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private EntryLine() {}

  /** The field that holds the value: {@code rubric} on the rubrics' topic, else {@code report}. */
  private static String valueField(String topic) {
    return topic.equals(Topics.RUBRICS) ? "rubric" : "report";
  }

  static String write(Entry entry) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("partition", entry.partition());
    line.put("offset", entry.offset());
    line.put("timestamp", entry.timestamp());
    line.put("key", entry.key().orElse(null));
    line.set(
        valueField(entry.topic()),
        entry.value().<JsonNode>map(PlainJson::of).orElseGet(JsonNodeFactory.instance::nullNode));
    entry.problem().ifPresent(problem -> line.put("problem", problem));
    entry.bytes().ifPresent(bytes -> line.put("bytes", PlainJson.base64(bytes)));
    return line.toString();
  }

  /**
   * @throws IllegalArgumentException when the line is not one of an export
   */
  static Entry read(String topic, String line) {
    try {
      JsonNode json = JSON.readTree(line);
      JsonNode value = json.path(valueField(topic));
      return new Entry(
          topic,
          json.required("partition").intValue(),
          json.required("offset").longValue(),
          json.required("timestamp").longValue(),
          Optional.ofNullable(json.path("key").textValue()),
          value.isObject() ? Optional.of(record(topic, value)) : Optional.empty(),
          Optional.ofNullable(json.path("bytes").textValue()).map(Base64.getDecoder()::decode),
          Optional.ofNullable(json.path("problem").textValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SpecificRecord record(String topic, JsonNode value) {
    Class<? extends SpecificRecord> type = Topics.valueClass(topic).orElseThrow();
    return RecordFromJson.read(value, type);
  }
}
