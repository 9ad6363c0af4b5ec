package dev.paca.cli.tail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.json.PlainJson;
import dev.paca.streams.recount.RecordSink;
import dev.paca.streams.recount.Values;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** {@code {"key", "partition", "offset", "timestamp", "value"}}, a record a line. */
record JsonLines(Console console, Values values) implements RecordSink {

  @Override
  public void take(ConsumerRecord<byte[], byte[]> found) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("key", found.key() == null ? null : new String(found.key(), StandardCharsets.UTF_8));
    line.put("partition", found.partition());
    line.put("offset", found.offset());
    line.put("timestamp", Instant.ofEpochMilli(found.timestamp()).toString());
    Values.Read read = values.read(found);
    if (read instanceof Values.Read.Value value) {
      line.set("value", PlainJson.of(value.value()));
    } else {
      line.putNull("value");
    }
    if (read instanceof Values.Read.Unreadable unreadable) {
      line.put("problem", unreadable.reason());
      line.put("bytes", PlainJson.base64(found.value()));
    }
    console.out().println(line);
  }

  @Override
  public void rest() {
    console.out().flush();
    if (console.out().checkError()) {
      throw new CommandFailed("nobody reads the output any more");
    }
  }
}
