package dev.paca.scoring.measure;

import dev.paca.scoring.report.ReportType;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where the measures of one report type stand in the catalogue: the first index of the block of
 * each level. A type has at most two dimensions.
 */
final class LevelBlocks {
  private final ReportType type;
  private final int whole;
  private final int[] byOuter;
  private final int[][] byInner;

  LevelBlocks(ReportType type, ToIntFunction<String> add) {
    this.type = type;
    List<Schema.Field> dimensions = type.dimensions();
    whole = block(type.word(), add);
    int outer = dimensions.isEmpty() ? 0 : Measures.symbols(dimensions.get(0)).size();
    int inner = dimensions.size() < 2 ? 0 : Measures.symbols(dimensions.get(1)).size();
    byOuter = new int[outer];
    byInner = new int[outer][inner];
    for (int i = 0; i < outer; i++) {
      String level = type.word() + "." + symbol(0, i);
      byOuter[i] = block(level, add);
      for (int j = 0; j < inner; j++) {
        byInner[i][j] = block(level + "." + symbol(1, j), add);
      }
    }
  }

  private String symbol(int dimension, int ordinal) {
    Schema.Field field = type.dimensions().get(dimension);
    return Measures.lowerCamel(Measures.symbols(field).get(ordinal));
  }

  private int block(String level, ToIntFunction<String> add) {
    for (Schema.Field number : type.numbers()) {
      int unused = add.applyAsInt(level + "." + number.name());
    }
    return add.applyAsInt(level + ".reports") - type.numbers().size();
  }

  /**
   * First indexes of the blocks that a report gives to: the whole, and each level it belongs to.
   */
  int[] levels(SpecificRecord body) {
    List<Schema.Field> dimensions = type.dimensions();
    if (dimensions.isEmpty()) {
      return new int[] {whole};
    }
    int outer = ordinal(body, dimensions.get(0));
    if (dimensions.size() == 1) {
      return new int[] {whole, byOuter[outer]};
    }
    return new int[] {whole, byOuter[outer], byInner[outer][ordinal(body, dimensions.get(1))]};
  }

  private static int ordinal(SpecificRecord body, Schema.Field dimension) {
    return ((Enum<?>) body.get(dimension.pos())).ordinal();
  }
}
