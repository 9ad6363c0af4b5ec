package dev.paca.benchmarks.peer;

import dev.paca.scoring.measure.MeasureVector;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What one report gives to a sum, as it travels between the tasks of a peer.
 *
 * <p>Bytes: for each measure its index and its amount, in groups of seven bits, lowest first.
 */
public final class Amounts {
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;
  private static final int LONGEST_INDEX = 5;
  private static final int LONGEST_AMOUNT = 10;

  private Amounts() {}

  public static byte[] bytes(MeasureVector vector) {
    ByteBuffer bytes = ByteBuffer.allocate(vector.size() * (LONGEST_INDEX + LONGEST_AMOUNT));
    vector.forEach(
        (index, amount) -> {
          write(index, bytes);
          write(amount, bytes);
        });
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** One report more, with these amounts. */
  public static void add(byte[] amounts, Sums sums) {
    change(amounts, sums, 1);
  }

  /** One report less, with these amounts. */
  public static void take(byte[] amounts, Sums sums) {
    change(amounts, sums, -1);
  }

  private static void change(byte[] amounts, Sums sums, int sign) {
    sums.reports(sign);
    ByteBuffer bytes = ByteBuffer.wrap(amounts);
    while (bytes.hasRemaining()) {
      int measure = (int) read(bytes);
      sums.amount(measure, sign * read(bytes));
    }
  }

  private static void write(long value, ByteBuffer bytes) {
    long rest = value;
    while ((rest & ~SEVEN_BITS) != 0) {
      bytes.put((byte) ((rest & SEVEN_BITS) | MORE));
      rest >>>= Byte.SIZE - 1;
    }
    bytes.put((byte) rest);
  }

  private static long read(ByteBuffer bytes) {
    long value = 0;
    int shift = 0;
    byte next = bytes.get();
    while ((next & MORE) != 0) {
      value |= (long) (next & SEVEN_BITS) << shift;
      shift += Byte.SIZE - 1;
      next = bytes.get();
    }
    return value | ((long) next << shift);
  }
}
