package dev.paca.benchmarks.flink;

import dev.paca.benchmarks.peer.Amounts;
import dev.paca.benchmarks.peer.Share;
import dev.paca.benchmarks.peer.Sums;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;

/** What a report gives to the sums of {@code YEAR/PROVINCE/TYPE}, or takes back from them. */
@SuppressWarnings("unchecked") // Tuple leaves the type of copy() to the caller.
public final class Change extends Tuple3<String, Boolean, byte[]> {
  private static final long serialVersionUID = 1;

  static final TypeInformation<Change> TYPE =
      new TupleTypeInfo<>(
          Change.class,
          Types.STRING,
          Types.BOOLEAN,
          PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  /** For Flink, which fills it. */
  public Change() {}

  static Change giving(Share share) {
    return of(share, true);
  }

  static Change takingBack(Share share) {
    return of(share, false);
  }

  private static Change of(Share share, boolean gives) {
    Change change = new Change();
    change.setFields(share.key(), gives, Amounts.bytes(share.vector()));
    return change;
  }

  void applyTo(Sums sums) {
    if (f1) {
      Amounts.add(f2, sums);
    } else {
      Amounts.take(f2, sums);
    }
  }
}
