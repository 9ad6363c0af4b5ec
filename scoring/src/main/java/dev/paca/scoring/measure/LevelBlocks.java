package dev.paca.scoring.measure;

import dev.paca.scoring.report.ReportType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where the measures of one report type stand in the catalogue: the first index of the block of
 * each level. The first dimension splits the whole; each further one splits every part of the first
 * ({@code sanctions.head.dismissal} beside {@code sanctions.head.verySerious}).
 */
final class LevelBlocks {
  private static final int NONE = -1;

  private final ReportType type;
  private final int whole;
  private final int[] byOuter;
  // Outer symbol, then further dimension, then its symbol.
  private final int[][][] byInner;

  LevelBlocks(ReportType type, ToIntFunction<String> add) {
    this.type = type;
    List<Schema.Field> dimensions = type.dimensions();
    whole = block(type.word(), add);
    List<String> outer = dimensions.isEmpty() ? List.of() : symbols(dimensions.get(0));
    byOuter = new int[outer.size()];
    byInner = new int[outer.size()][][];
    for (int i = 0; i < outer.size(); i++) {
      String level = type.word() + "." + outer.get(i);
      byOuter[i] = block(level, add);
      Set<String> named = new HashSet<>();
      byInner[i] =
          dimensions.stream()
              .skip(1)
              .map(inner -> split(level, symbols(inner), named, add))
              .toArray(int[][]::new);
    }
  }

  /** A word of two dimensions ({@code unspecified}) names the first one's level. */
  private int[] split(
      String level, List<String> symbols, Set<String> named, ToIntFunction<String> add) {
    return symbols.stream()
        .mapToInt(symbol -> named.add(symbol) ? block(level + "." + symbol, add) : NONE)
        .toArray();
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
    int[] levels = new int[1 + dimensions.size()];
    int size = 0;
    levels[size++] = whole;
    if (!dimensions.isEmpty()) {
      int outer = ordinal(body, dimensions.get(0));
      levels[size++] = byOuter[outer];
      for (int inner = 1; inner < dimensions.size(); inner++) {
        int block = byInner[outer][inner - 1][ordinal(body, dimensions.get(inner))];
        if (block != NONE) {
          levels[size++] = block;
        }
      }
    }
    return Arrays.copyOf(levels, size);
  }

  private static List<String> symbols(Schema.Field dimension) {
    return dimension.schema().getEnumSymbols().stream().map(Measures::lowerCamel).toList();
  }

  private static int ordinal(SpecificRecord body, Schema.Field dimension) {
    // A generated enum's constants stand in the schema's order.
    return ((Enum<?>) body.get(dimension.pos())).ordinal();
  }
}
