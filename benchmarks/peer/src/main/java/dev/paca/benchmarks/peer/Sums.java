package dev.paca.benchmarks.peer;

import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.ReportType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many reports of one type count at one place, and the sums of the measures they give.
 *
 * <p>Bytes: 8 for each number, reports first, then the type's measures in the catalogue's order.
 */
public final class Sums {
  private record Block(int first, int size) {}

  private static final Map<ReportType, Block> BLOCKS = new EnumMap<>(ReportType.class);

  static {
    List<String> names = Measures.names();
    for (ReportType type : ReportType.values()) {
      List<String> own = names.stream().filter(name -> name.startsWith(type.word() + ".")).toList();
      BLOCKS.put(type, new Block(own.isEmpty() ? 0 : names.indexOf(own.get(0)), own.size()));
    }
  }

  private final int first;
  private final long[] numbers;

  private Sums(int first, long[] numbers) {
    this.first = first;
    this.numbers = numbers;
  }

  /** Nothing yet. */
  public static Sums none(ReportType type) {
    Block block = BLOCKS.get(type);
    return new Sums(block.first(), new long[1 + block.size()]);
  }

  public static Sums read(ReportType type, byte[] bytes) {
    long[] numbers = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
    return new Sums(BLOCKS.get(type).first(), numbers);
  }

  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    bytes.asLongBuffer().put(numbers);
    return bytes.array();
  }

  public void add(MeasureVector vector) {
    reports(1);
    for (int i = 0; i < vector.size(); i++) {
      amount(vector.index(i), vector.amount(i));
    }
  }

  public void take(MeasureVector vector) {
    reports(-1);
    for (int i = 0; i < vector.size(); i++) {
      amount(vector.index(i), -vector.amount(i));
    }
  }

  void reports(int more) {
    numbers[0] += more;
  }

  void amount(int measure, long more) {
    numbers[1 + measure - first] += more;
  }

  /** Whether no report counts any more; its sums are zero then. */
  public boolean isNothing() {
    return numbers[0] == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sums sums
        && first == sums.first
        && Arrays.equals(numbers, sums.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return Arrays.toString(numbers);
  }
}
