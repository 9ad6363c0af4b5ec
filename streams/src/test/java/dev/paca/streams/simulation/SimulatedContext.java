package dev.paca.streams.simulation;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** What a processor sees of its task. Asking for anything that the model has not is an error. */
final class SimulatedContext<K, V> implements ProcessorContext<K, V> {
  /** The child of {@link #forward(Record)}, to whom there is no name. */
  static final String ONLY_CHILD = "";

  private final TaskId task;
  private final Map<String, MemoryStore> stores;
  private final LongSupplier clock;
  private final BiConsumer<Record<? extends K, ? extends V>, String> children;
  private final List<Punctuator> punctuators = new ArrayList<>();
  private Optional<RecordMetadata> metadata = Optional.empty();
  private long passed;

  SimulatedContext(
      TaskId task,
      Map<String, MemoryStore> stores,
      LongSupplier clock,
      BiConsumer<Record<? extends K, ? extends V>, String> children) {
    this.task = task;
    this.stores = stores;
    this.clock = clock;
    this.children = children;
  }

  void reading(RecordMetadata from) {
    metadata = Optional.of(from);
  }

  /**
   * @param later so many ms after the one before
   */
  void punctuate(long later) {
    passed += later;
    metadata = Optional.empty();
    punctuators.forEach(punctuator -> punctuator.punctuate(clock.getAsLong() + passed));
  }

  @Override
  public <A extends K, B extends V> void forward(Record<A, B> record) {
    children.accept(record, ONLY_CHILD);
  }

  @Override
  public <A extends K, B extends V> void forward(Record<A, B> record, String child) {
    children.accept(record, child);
  }

  @Override
  public TaskId taskId() {
    return task;
  }

  @Override
  public Optional<RecordMetadata> recordMetadata() {
    return metadata;
  }

  @Override
  @SuppressWarnings("unchecked") // as Streams' own: whoever asks says what it is
  public <S extends StateStore> S getStateStore(String name) {
    return (S) stores.get(name);
  }

  @Override
  public Cancellable schedule(Duration every, PunctuationType type, Punctuator punctuator) {
    if (type != PunctuationType.WALL_CLOCK_TIME) {
      throw new UnsupportedOperationException("stream time is not simulated");
    }
    punctuators.add(punctuator);
    return () -> punctuators.remove(punctuator);
  }

  @Override
  public Cancellable schedule(
      Instant start, Duration every, PunctuationType type, Punctuator punctuator) {
    return schedule(every, type, punctuator);
  }

  @Override
  public long currentSystemTimeMs() {
    return clock.getAsLong();
  }

  @Override
  public long currentStreamTimeMs() {
    throw notSimulated();
  }

  /** A wish: the schedule decides what is committed when. */
  @Override
  public void commit() {}

  @Override
  public String applicationId() {
    throw notSimulated();
  }

  @Override
  public Serde<?> keySerde() {
    throw notSimulated();
  }

  @Override
  public Serde<?> valueSerde() {
    throw notSimulated();
  }

  @Override
  public File stateDir() {
    throw notSimulated();
  }

  @Override
  public StreamsMetrics metrics() {
    throw notSimulated();
  }

  @Override
  public Map<String, Object> appConfigs() {
    throw notSimulated();
  }

  @Override
  public Map<String, Object> appConfigsWithPrefix(String prefix) {
    throw notSimulated();
  }

  private static UnsupportedOperationException notSimulated() {
    return new UnsupportedOperationException("the simulation has no such thing");
  }
}
