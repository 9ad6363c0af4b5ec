package dev.paca.scoring.measure;

import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** What one report gives: measure indexes and the amount for each, both of {@link #size}. */
public final class MeasureVector {
  private static final MeasureVector NONE = new MeasureVector(new int[0], new long[0], 0);

  private final int[] indexes;
  private final long[] amounts;
  private final int size;

  private MeasureVector(int[] indexes, long[] amounts, int size) {
    this.indexes = indexes;
    this.amounts = amounts;
    this.size = size;
  }

  /**
   * The measures of a report: every number it states, zeros included (a stated zero is not "not
   * stated"), at each level, and one for the count of reports. An appraisal has none; it gives
   * points.
   */
  public static MeasureVector of(Report report) {
    if (report.type() == ReportType.APPRAISALS) {
      return NONE;
    }
    SpecificRecord body = report.body();
    int[] levels = Measures.blocks(report.type()).levels(body);
    List<Schema.Field> numbers = report.type().numbers();
    int[] indexes = new int[levels.length * (numbers.size() + 1)];
    long[] amounts = new long[indexes.length];
    int size = 0;
    for (int n = 0; n <= numbers.size(); n++) {
      Object stated = n == numbers.size() ? (Object) 1L : body.get(numbers.get(n).pos());
      if (stated != null) {
        for (int level : levels) {
          indexes[size] = level + n;
          amounts[size++] = (Long) stated;
        }
      }
    }
    return new MeasureVector(indexes, amounts, size);
  }

  /** One for each of the named measures. */
  public static MeasureVector ones(String... names) {
    int[] indexes =
        Arrays.stream(names).map(Measures::index).mapToInt(OptionalInt::orElseThrow).toArray();
    long[] amounts = new long[indexes.length];
    Arrays.fill(amounts, 1);
    return new MeasureVector(indexes, amounts, indexes.length);
  }

  public int size() {
    return size;
  }

  public int index(int i) {
    return indexes[i];
  }

  public long amount(int i) {
    return amounts[i];
  }
}
