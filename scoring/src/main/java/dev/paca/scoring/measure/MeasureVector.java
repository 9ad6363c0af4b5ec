package dev.paca.scoring.measure;

import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.avro.specific.SpecificRecord;

/** What one report gives: measure indexes and the amount for each, both of {@link #size}. */
public final class MeasureVector {
  private static final MeasureVector NONE =
      new MeasureVector(new int[0], new int[0], new long[0], 0);

  // Each stated number gives its amount at every level: number by number, within it level by level.
  private final int[] levels;
  private final int[] numbers;
  private final long[] amounts;
  private final int stated;

  private MeasureVector(int[] levels, int[] numbers, long[] amounts, int stated) {
    this.levels = levels;
    this.numbers = numbers;
    this.amounts = amounts;
    this.stated = stated;
  }

  /** Hears an amount of the measure at an index of the catalogue. */
  @FunctionalInterface
  public interface Visitor {
    void amount(int index, long amount);
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
    LevelBlocks blocks = Measures.blocks(report.type());
    int[] positions = blocks.numbers();
    int[] numbers = new int[positions.length + 1];
    long[] amounts = new long[positions.length + 1];
    int stated = 0;
    for (int n = 0; n < positions.length; n++) {
      Object amount = body.get(positions[n]);
      if (amount != null) {
        numbers[stated] = n;
        amounts[stated++] = (Long) amount;
      }
    }
    numbers[stated] = positions.length;
    amounts[stated++] = 1;
    return new MeasureVector(blocks.levels(body), numbers, amounts, stated);
  }

  /** One for each of the named measures. */
  public static MeasureVector ones(String... names) {
    int[] indexes =
        Arrays.stream(names).map(Measures::index).mapToInt(OptionalInt::orElseThrow).toArray();
    return new MeasureVector(indexes, new int[] {0}, new long[] {1}, 1);
  }

  /** Tells all it gives. */
  public void forEach(Visitor each) {
    for (int n = 0; n < stated; n++) {
      for (int level : levels) {
        each.amount(level + numbers[n], amounts[n]);
      }
    }
  }

  public int size() {
    return stated * levels.length;
  }

  public int index(int i) {
    return levels[i % levels.length] + numbers[i / levels.length];
  }

  public long amount(int i) {
    return amounts[i / levels.length];
  }
}
