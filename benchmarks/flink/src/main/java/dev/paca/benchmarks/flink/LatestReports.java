package dev.paca.benchmarks.flink;

import dev.paca.benchmarks.peer.PeerRun;
import dev.paca.benchmarks.peer.Share;
import dev.paca.internal.LedgerEntry;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.LedgerEntries;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.common.serialization.Deserializer;

/** Keeps the latest entry of every report, in the bytes of Paca's own ledger. */
final class LatestReports extends KeyedProcessFunction<String, Arrived, Change> {
  private static final long serialVersionUID = 1;

  private final List<String> run;
  private transient Deserializer<SpecificRecord> deserializer;
  private transient Placer placer;
  private transient AvroCodec<LedgerEntry> codec;
  private transient ValueState<byte[]> ledger;

  LatestReports(PeerRun run) {
    this.run = run.arguments();
  }

  @Override
  public void open(OpenContext context) {
    deserializer = PeerRun.of(run.toArray(new String[0])).deserializer();
    placer = Share.placer();
    codec = new AvroCodec<>(LedgerEntry.class);
    ledger =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "ledger", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  public void processElement(Arrived arrived, Context context, Collector<Change> out)
      throws IOException {
    Optional<Revisions> before =
        Optional.ofNullable(ledger.value())
            .map(bytes -> LedgerEntries.revisions(codec.decode(bytes)));
    Revisions.Outcome outcome = Revisions.file(before, arrived.decoded(deserializer));
    if (outcome.decision() != Revisions.Decision.ACCEPTED) {
      return;
    }
    ledger.update(codec.encode(LedgerEntries.entry(outcome.now())));
    before.flatMap(old -> Share.of(placer, old)).map(Change::takingBack).ifPresent(out::collect);
    Share.of(placer, outcome.now()).map(Change::giving).ifPresent(out::collect);
  }

  @Override
  public void close() {
    if (deserializer != null) {
      deserializer.close();
    }
  }
}
