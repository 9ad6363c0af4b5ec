package dev.paca.benchmarks.flink;

import dev.paca.benchmarks.peer.PeerRun;
import dev.paca.benchmarks.peer.Share;
import dev.paca.benchmarks.peer.Sums;
import dev.paca.scoring.report.ReportType;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keeps the sums, and gives those out that changed: every 100 ms, and before every checkpoint, so
 * that its transaction holds all that its offsets cover. In between they are added to in memory, as
 * Flink's own SQL does with mini-batches: with keys as few and hot as these, a state that is read
 * and written for every change costs several times more.
 */
final class RunningSums extends AbstractStreamOperator<Tuple2<String, byte[]>>
    implements OneInputStreamOperator<Change, Tuple2<String, byte[]>> {
  private static final long serialVersionUID = 1;

  static final TypeInformation<Tuple2<String, byte[]>> TYPE =
      Types.TUPLE(Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private transient ValueState<byte[]> state;
  private transient Map<String, Sums> changed;
  private transient ScheduledFuture<?> rounds;

  @Override
  public void open() throws Exception {
    super.open();
    state =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "sums", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    changed = new HashMap<>();
    rounds =
        getProcessingTimeService()
            .scheduleWithFixedDelay(
                now -> giveOut(), PeerRun.COMMIT_EVERY_MS, PeerRun.COMMIT_EVERY_MS);
  }

  @Override
  public void processElement(StreamRecord<Change> element) throws IOException {
    Change change = element.getValue();
    Sums sums = changed.get(change.f0);
    if (sums == null) {
      sums = kept(Share.type(change.f0));
      changed.put(change.f0, sums);
    }
    change.applyTo(sums);
  }

  private Sums kept(ReportType type) throws IOException {
    byte[] bytes = state.value();
    return bytes == null ? Sums.none(type) : Sums.read(type, bytes);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    super.prepareSnapshotPreBarrier(checkpoint);
    giveOut();
  }

  private void giveOut() throws IOException {
    for (Map.Entry<String, Sums> each : changed.entrySet()) {
      byte[] bytes = each.getValue().bytes();
      setCurrentKey(each.getKey());
      state.update(bytes);
      output.collect(new StreamRecord<>(Tuple2.of(each.getKey(), bytes)));
    }
    changed.clear();
  }

  @Override
  public void close() throws Exception {
    if (rounds != null) {
      rounds.cancel(false);
    }
    super.close();
  }
}
