package dev.paca.cli.rejected;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.json.PlainJson;
import java.util.Optional;

/** Rejections and replays as JSON. */
final class RejectedJson {
  private RejectedJson() {}

  /**
   * {@code {id, topic, partition, offset, at, code, key, problems, replay}}; {@code replay} is null
   * where there was none.
   */
  static ObjectNode of(Rejection rejection, Optional<Replayed> replayed) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", rejection.id().toString());
    node.put("topic", rejection.id().topic());
    node.put("partition", rejection.id().partition());
    node.put("offset", rejection.id().offset());
    node.put("at", rejection.at().toString());
    node.put("code", rejection.code());
    node.put("key", rejection.key().orElse(null));
    ArrayNode problems = node.putArray("problems");
    rejection.problems().forEach(problem -> problems.add(PlainJson.of(problem)));
    node.set("replay", replayed.<ObjectNode>map(RejectedJson::of).orElse(null));
    return node;
  }

  /** {@code {by, at, note, mended, key, revision, position}}. */
  static ObjectNode of(Replayed replayed) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("by", replayed.record().getBy());
    node.put("at", replayed.at().toString());
    node.put("note", replayed.record().getNote());
    node.put("mended", replayed.record().getMended());
    node.put("key", replayed.record().getKey());
    node.put("revision", replayed.record().getRevision());
    node.put("position", replayed.position().format());
    return node;
  }
}
