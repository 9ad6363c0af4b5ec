package dev.paca.scoring.measure;

import dev.paca.scoring.report.ReportType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
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
  private final int[] positions;
  private final int[] symbols;
  private final int[] numbers;
  // By the symbols of all dimensions; the last one's stand side by side.
  private final int[][] levels;

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
    positions = dimensions.stream().mapToInt(Schema.Field::pos).toArray();
    symbols = dimensions.stream().mapToInt(each -> symbols(each).size()).toArray();
    numbers = type.numbers().stream().mapToInt(Schema.Field::pos).toArray();
    levels = levels();
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
   * Shared, to be read only.
   */
  int[] levels(SpecificRecord body) {
    int at = 0;
    for (int i = 0; i < positions.length; i++) {
      // A generated enum's constants stand in the schema's order.
      at = at * symbols[i] + ((Enum<?>) body.get(positions[i])).ordinal();
    }
    return levels[at];
  }

  /** Positions of the numbers in a report, in the order in which their measures stand. */
  int[] numbers() {
    return numbers;
  }

  private int[][] levels() {
    int[][] all = new int[IntStream.of(symbols).reduce(1, (a, b) -> a * b)][];
    for (int at = 0; at < all.length; at++) {
      int[] ordinals = new int[symbols.length];
      int rest = at;
      for (int i = symbols.length - 1; i >= 0; i--) {
        ordinals[i] = rest % symbols[i];
        rest /= symbols[i];
      }
      all[at] = levels(ordinals);
    }
    return all;
  }

  private int[] levels(int[] ordinals) {
    IntStream.Builder found = IntStream.builder().add(whole);
    if (ordinals.length > 0) {
      found.add(byOuter[ordinals[0]]);
      for (int inner = 1; inner < ordinals.length; inner++) {
        found.add(byInner[ordinals[0]][inner - 1][ordinals[inner]]);
      }
    }
    return found.build().filter(block -> block != NONE).toArray();
  }

  private static List<String> symbols(Schema.Field dimension) {
    return dimension.schema().getEnumSymbols().stream().map(Measures::lowerCamel).toList();
  }
}
