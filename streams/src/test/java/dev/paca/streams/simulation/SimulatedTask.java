package dev.paca.streams.simulation;

import dev.paca.streams.intake.Arrival;
import dev.paca.streams.intake.IntakeProcessor;
import dev.paca.streams.ledger.LedgerChildren;
import dev.paca.streams.ledger.LedgerProcessor;
import dev.paca.streams.ledger.LedgerStore;
import dev.paca.streams.matters.MatterMessages;
import dev.paca.streams.matters.MatterStore;
import dev.paca.streams.matters.MattersProcessor;
import dev.paca.streams.partials.Rounds;
import dev.paca.streams.rubrics.RubricTable;
import dev.paca.streams.scoring.ScoringChildren;
import dev.paca.streams.scoring.ScoringProcessor;
import dev.paca.streams.scoring.ScoringStores;
import dev.paca.streams.watch.RecordCounts;
import dev.paca.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;

/**
 * One task: the real processors, wired as the topology wires them, over stores restored from their
 * changelogs. It lives until its instance dies or it moves; then another is made of what was
 * committed.
 */
final class SimulatedTask {
  static final Rounds FLUSH = Rounds.always(Duration.ofMillis(25));

  /** The subtopologies, in the topology's order. */
  enum Kind {
    LEDGER,
    MATTERS,
    SCORING
  }

  private static final long SOON_MS = 25;
  private static final long LATE_MS = 2_000;

  record Id(Kind kind, int partition) {}

  private final Id id;
  private final Instance on;
  private final Broker broker;
  private final List<TopicPartition> sources;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<String, MemoryStore> stores = new HashMap<>();
  private final Nodes nodes;

  /** Where a task's records go in, and its punctuation. */
  private record Nodes(
      SimulatedContext<?, ?> first, SimulatedContext<?, ?> last, Source in, Runnable close) {}

  private interface Source {
    void process(Record<byte[], byte[]> record);
  }

  SimulatedTask(Id id, Instance on, Broker broker) {
    this.id = id;
    this.on = on;
    this.broker = broker;
    this.sources = sources(id);
    sources.forEach(source -> positions.put(source, broker.position(source)));
    storeNames(id.kind()).forEach(name -> stores.put(name, restored(name)));
    stores.put(RubricTable.STORE, on.process().rubricStore());
    this.nodes =
        switch (id.kind()) {
          case LEDGER -> ledger();
          case MATTERS -> matters();
          case SCORING -> scoring();
        };
  }

  Id id() {
    return id;
  }

  private static List<TopicPartition> sources(Id id) {
    Stream<String> topics =
        switch (id.kind()) {
          case LEDGER -> Topics.reports().stream();
          case MATTERS -> Stream.of(Topics.MATTERS);
          case SCORING -> Stream.of(Topics.PARTIALS);
        };
    return topics.map(topic -> new TopicPartition(topic, id.partition())).toList();
  }

  private static List<String> storeNames(Kind kind) {
    return switch (kind) {
      case LEDGER -> List.of(LedgerStore.NAME);
      case MATTERS -> List.of(MatterStore.NAME);
      case SCORING -> ScoringStores.NAMES;
    };
  }

  private MemoryStore restored(String name) {
    TopicPartition changelog = new TopicPartition(name + "-changelog", id.partition());
    MemoryStore store =
        new MemoryStore(
            name, (key, value) -> broker.append(changelog, key, value, now(), on.transaction()));
    broker.committed(changelog).forEach(entry -> store.restore(entry.key(), entry.bytes()));
    return store;
  }

  private Nodes ledger() {
    LedgerChildren children = new LedgerChildren(Topics.PARTIALS, Topics.MATTERS, Topics.REJECTED);
    LedgerProcessor ledger =
        new LedgerProcessor(
            World.PROVINCES,
            on.process().rubrics(),
            World.PARTITIONS,
            FLUSH,
            children,
            new RecordCounts(),
            on.process().reporters());
    IntakeProcessor intake =
        new IntakeProcessor(on.process().serde(), World.PROVINCES, World.PARTITIONS);
    SimulatedContext<Object, Object> last = context();
    SimulatedContext<byte[], Arrival> first =
        new SimulatedContext<>(
            taskId(),
            stores,
            this::now,
            (record, child) ->
                ledger.process(new Record<>(record.key(), record.value(), record.timestamp())));
    ledger.init(last);
    intake.init(first);
    return new Nodes(first, last, intake::process, ledger::close);
  }

  private Nodes matters() {
    MattersProcessor matters = new MattersProcessor(World.PROVINCES, on.process().rubrics(), FLUSH);
    SimulatedContext<Object, Object> context = context();
    matters.init(context);
    return new Nodes(context, context, matters::process, matters::close);
  }

  private Nodes scoring() {
    ScoringChildren children =
        new ScoringChildren(
            Topics.CRITERION_SCORES,
            Topics.PROVINCE_SCORES,
            Topics.SCORE_CHANGES,
            Topics.RANKINGS,
            Topics.SERVING);
    ScoringProcessor scoring =
        new ScoringProcessor(
            World.PROVINCES, on.process().rubrics(), World.PARTITIONS, FLUSH, children);
    SimulatedContext<Object, Object> context = context();
    scoring.init(context);
    return new Nodes(context, context, scoring::process, scoring::close);
  }

  private SimulatedContext<Object, Object> context() {
    return new SimulatedContext<>(taskId(), stores, this::now, this::sink);
  }

  private TaskId taskId() {
    return new TaskId(id.kind().ordinal(), id.partition());
  }

  private long now() {
    return on.process().now();
  }

  /** Children are named by the topics that they write to. */
  private void sink(Record<?, ?> record, String child) {
    String topic = child.equals(SimulatedContext.ONLY_CHILD) ? Topics.PARTIALS : child;
    byte[] key =
        record.key() instanceof String text
            ? text.getBytes(StandardCharsets.UTF_8)
            : (byte[]) record.key();
    int partition =
        topic.equals(Topics.MATTERS)
            ? MatterMessages.partitioner()
                .partitions(topic, key, (byte[]) record.value(), World.PARTITIONS)
                .orElseThrow()
                .iterator()
                .next()
            : 0;
    broker.append(
        new TopicPartition(topic, partition),
        key,
        record.value(),
        record.timestamp(),
        on.transaction());
  }

  /** What it keeps, as a question sees it: not committed yet, perhaps. */
  MemoryStore store(String name) {
    return stores.get(name);
  }

  /** It ends, or its thread does. */
  void close() {
    nodes.close().run();
  }

  /** Takes one record of a source that has one; whether any had. */
  boolean process(Random random) {
    int start = random.nextInt(sources.size());
    for (int i = 0; i < sources.size(); i++) {
      TopicPartition source = sources.get((start + i) % sources.size());
      var next = broker.next(source, positions.get(source));
      if (next.isPresent()) {
        process(source, next.get());
        return true;
      }
    }
    return false;
  }

  /** Takes all there is. */
  void processAll() {
    Random inOrder = new Random(0);
    boolean more = true;
    while (more) {
      more = process(inOrder);
    }
  }

  private void process(TopicPartition source, Broker.Stored next) {
    nodes.first().reading(new ReadFrom(source, next.offset()));
    nodes.in().process(new Record<>(next.key(), next.bytes(), next.timestamp()));
    positions.put(source, next.offset() + 1);
    on.transaction().consumed(source, next.offset() + 1);
  }

  /** So late that whatever was gathered is told. */
  void punctuate() {
    nodes.last().punctuate(LATE_MS);
  }

  /** As soon as it comes in an idle process: who has much to tell may gather on. */
  void punctuateSoon() {
    nodes.last().punctuate(SOON_MS);
  }
}
