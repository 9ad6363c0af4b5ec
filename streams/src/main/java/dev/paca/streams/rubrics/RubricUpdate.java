package dev.paca.streams.rubrics;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Adds every record of the topic to the global store {@code rubrics}. Streams runs this while it
 * restores, too (KAFKA-7663), and the offset in the key makes a repetition harmless.
 */
public final class RubricUpdate implements Processor<byte[], byte[], Void, Void> {
  private ProcessorContext<Void, Void> context;
  private KeyValueStore<byte[], byte[]> store;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    store = context.getStateStore(RubricTable.STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (record.key() != null) {
      long offset = context.recordMetadata().map(RecordMetadata::offset).orElseThrow();
      HistoryEntry entry =
          new HistoryEntry(
              new String(record.key(), StandardCharsets.UTF_8),
              offset,
              record.timestamp(),
              Optional.ofNullable(record.value()));
      store.put(entry.storeKey(), entry.storeValue());
    }
  }
}
