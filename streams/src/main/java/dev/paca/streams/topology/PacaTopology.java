package dev.paca.streams.topology;

import dev.paca.scoring.province.Provinces;
import dev.paca.streams.intake.IntakeProcessor;
import dev.paca.streams.ledger.LedgerChildren;
import dev.paca.streams.ledger.LedgerProcessor;
import dev.paca.streams.ledger.LedgerStore;
import dev.paca.streams.matters.MatterMessages;
import dev.paca.streams.matters.MatterStore;
import dev.paca.streams.matters.MattersProcessor;
import dev.paca.streams.rubrics.RubricTable;
import dev.paca.streams.rubrics.RubricUpdate;
import dev.paca.streams.scoring.ScoringChildren;
import dev.paca.streams.scoring.ScoringProcessor;
import dev.paca.streams.scoring.ScoringStores;
import dev.paca.topics.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The way of a report to a rank:
 *
 * <pre>
 * paca.audits … paca.appraisals ─ intake ─ ledger ─┬─ paca.internal.partials ─┐
 *                                                  ├─ paca.internal.matters ─ matters ─┤
 *                                                  └─ paca.rejected           │
 *                                                                             ▼
 *   paca.criterion-scores, -province-scores, -score-changes, -rankings ◀─ scoring
 *   paca.internal.serving (what the query service keeps in memory) ◀──────────┘
 * </pre>
 *
 * Three subtopologies: intake and ledger (one task per input partition), matters (likewise), and
 * scoring, a single task. Node and store names are stable: changelogs and golden files rest on
 * them.
 */
public final class PacaTopology {
  private static final String REPORTS = "reports-source";
  private static final String INTAKE = "intake";
  private static final String LEDGER = "ledger";
  private static final String MATTERS = "matters";
  private static final String SCORING = "scoring";
  private static final String TO_PARTIALS = "ledger-partials-sink";
  private static final String TO_MATTERS = "matters-sink";
  private static final String TO_REJECTED = "rejected-sink";

  /** Topics whose values are read with a schema of the registry. */
  public static final List<String> READ =
      Stream.concat(Topics.reports().stream(), Stream.of(Topics.RUBRICS)).toList();

  /** Topics whose values are written with one. */
  public static final List<String> WRITTEN =
      List.of(
          Topics.REJECTED,
          Topics.CRITERION_SCORES,
          Topics.PROVINCE_SCORES,
          Topics.SCORE_CHANGES,
          Topics.RANKINGS);

  private final TopologyOptions options;
  private final Topology topology = new Topology();
  private final RubricTable rubrics;

  private PacaTopology(TopologyOptions options) {
    this.options = options;
    this.rubrics = new RubricTable(options.deserializer().get());
  }

  public static Topology build(TopologyOptions options) {
    PacaTopology paca = new PacaTopology(options);
    paca.rubrics();
    paca.ledger();
    paca.matters();
    paca.scoring();
    return paca.topology;
  }

  private void rubrics() {
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(RubricTable.STORE),
                Serdes.ByteArray(),
                Serdes.ByteArray())
            .withLoggingDisabled(),
        "rubrics-source",
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        Topics.RUBRICS,
        "rubrics",
        RubricUpdate::new);
  }

  private void ledger() {
    Provinces provinces = options.provinces();
    int partitions = options.inputPartitions();
    LedgerChildren children = new LedgerChildren(TO_PARTIALS, TO_MATTERS, TO_REJECTED);
    topology.addSource(
        REPORTS,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        Topics.reports().toArray(String[]::new));
    topology.addProcessor(
        INTAKE,
        made(() -> new IntakeProcessor(options.deserializer().get(), provinces, partitions)),
        REPORTS);
    topology.addProcessor(
        LEDGER,
        () ->
            new LedgerProcessor(
                provinces,
                rubrics,
                partitions,
                options.rounds(),
                children,
                options.counts(),
                options.reporters()),
        INTAKE);
    topology.addStateStore(store(options.stores().named(LedgerStore.NAME)), LEDGER);
    bytesSink(TO_PARTIALS, Topics.PARTIALS, LEDGER);
    topology.addSink(
        TO_MATTERS,
        Topics.MATTERS,
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        MatterMessages.partitioner(),
        LEDGER);
    recordSink(TO_REJECTED, Topics.REJECTED, LEDGER);
  }

  private void matters() {
    topology.addSource(
        "matters-source", new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.MATTERS);
    topology.addProcessor(
        MATTERS,
        made(() -> new MattersProcessor(options.provinces(), rubrics, options.rounds())),
        "matters-source");
    topology.addStateStore(store(options.stores().named(MatterStore.NAME)), MATTERS);
    bytesSink("matters-partials-sink", Topics.PARTIALS, MATTERS);
  }

  private void scoring() {
    ScoringChildren children =
        new ScoringChildren(
            "criterion-scores-sink",
            "province-scores-sink",
            "score-changes-sink",
            "rankings-sink",
            "serving-sink");
    topology.addSource(
        "partials-source",
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        Topics.PARTIALS);
    topology.addProcessor(
        SCORING,
        made(
            () ->
                new ScoringProcessor(
                    options.provinces(),
                    rubrics,
                    options.inputPartitions(),
                    options.rounds(),
                    children)),
        "partials-source");
    for (String name : ScoringStores.NAMES) {
      topology.addStateStore(store(Stores.inMemoryKeyValueStore(name)), SCORING);
    }
    recordSink(children.criterionScores(), Topics.CRITERION_SCORES, SCORING);
    recordSink(children.provinceScores(), Topics.PROVINCE_SCORES, SCORING);
    recordSink(children.scoreChanges(), Topics.SCORE_CHANGES, SCORING);
    recordSink(children.rankings(), Topics.RANKINGS, SCORING);
    bytesSink(children.serving(), Topics.SERVING, SCORING);
  }

  /** Each of the three kinds of tasks has one of these. */
  private <A, B, C, D> ProcessorSupplier<A, B, C, D> made(ProcessorSupplier<A, B, C, D> supplier) {
    return () -> {
      options.beforeTask().run();
      return supplier.get();
    };
  }

  private static StoreBuilder<KeyValueStore<byte[], byte[]>> store(
      KeyValueBytesStoreSupplier supplier) {
    Serde<byte[]> bytes = Serdes.ByteArray();
    return Stores.keyValueStoreBuilder(supplier, bytes, bytes).withCachingDisabled();
  }

  private void bytesSink(String name, String topic, String parent) {
    topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), parent);
  }

  private void recordSink(String name, String topic, String parent) {
    topology.addSink(name, topic, new StringSerializer(), options.serializer().get(), parent);
  }
}
