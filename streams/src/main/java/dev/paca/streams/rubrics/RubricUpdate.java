package dev.paca.streams.rubrics;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the global store {@code rubrics} as the topic says. */
public final class RubricUpdate implements Processor<byte[], byte[], Void, Void> {
  private KeyValueStore<byte[], byte[]> store;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(RubricTable.STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (record.key() != null) {
      store.put(record.key(), record.value());
    }
  }
}
