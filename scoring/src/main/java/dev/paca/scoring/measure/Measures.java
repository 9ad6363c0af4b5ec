package dev.paca.scoring.measure;

import dev.paca.scoring.report.ReportType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The catalogue of all measures, derived from the report schemas. Each type has one block of
 * measures per level ({@code prosecutions}, {@code prosecutions.trial}, {@code
 * prosecutions.trial.serious}): its numbers in the schema's order, then {@code reports}. Sanctions
 * split by form and, beside it, by severity of the case; their level {@code unspecified} is that of
 * the form.
 *
 * <p>A measure's index is its place in this catalogue and may move between releases; its {@link
 * #id} is a hash of its name, stays for ever, and is what internal topics carry.
 */
public final class Measures {
  /** Measures of matters: a case counts once, whatever number of agencies report it. */
  public static final String MATTERS_DETECTED = "matters.detected";

  private static final List<String> NAMES = new ArrayList<>();
  private static final Map<String, Integer> INDEX = new HashMap<>();
  private static final Map<Integer, Integer> INDEX_BY_ID = new HashMap<>();
  private static final Map<ReportType, LevelBlocks> BLOCKS = new EnumMap<>(ReportType.class);
  private static final int[] IDS;

  static {
    for (ReportType type : ReportType.values()) {
      if (type != ReportType.APPRAISALS) {
        BLOCKS.put(type, new LevelBlocks(type, Measures::add));
      }
    }
    add(MATTERS_DETECTED);
    for (ReportType type : matterTypes()) {
      add(MATTERS_DETECTED + "." + type.word());
    }
    IDS = NAMES.stream().mapToInt(Measures::hash).toArray();
  }

  private Measures() {}

  /** Types whose reports show a matter. */
  public static List<ReportType> matterTypes() {
    return List.of(ReportType.AUDITS, ReportType.DENUNCIATIONS, ReportType.PROSECUTIONS);
  }

  private static int add(String name) {
    int index = NAMES.size();
    NAMES.add(name);
    INDEX.put(name, index);
    if (INDEX_BY_ID.put(hash(name), index) != null) {
      throw new IllegalStateException("two measures share an id: " + name);
    }
    return index;
  }

  public static int count() {
    return NAMES.size();
  }

  public static List<String> names() {
    return List.copyOf(NAMES);
  }

  public static String name(int index) {
    return NAMES.get(index);
  }

  public static OptionalInt index(String name) {
    Integer index = INDEX.get(name);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The measure's identity outside this process. */
  public static int id(int index) {
    return IDS[index];
  }

  /** Empty for a measure that this release does not know. */
  public static OptionalInt indexOfId(int id) {
    Integer index = INDEX_BY_ID.get(id);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The known name with the fewest edits from {@code name}, for "did you mean". */
  public static Optional<String> nearest(String name) {
    return NAMES.stream().min(Comparator.comparingInt(known -> EditDistance.between(known, name)));
  }

  static LevelBlocks blocks(ReportType type) {
    return BLOCKS.get(type);
  }

  /** FNV-1a, 32 bits. */
  private static int hash(String name) {
    int hash = 0x811c9dc5;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    return hash;
  }

  /** {@code VERY_SERIOUS} → {@code verySerious}. */
  static String lowerCamel(String symbol) {
    StringBuilder out = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < symbol.length(); i++) {
      char c = symbol.charAt(i);
      if (c == '_') {
        upper = true;
      } else {
        out.append(upper ? c : Character.toLowerCase(c));
        upper = false;
      }
    }
    return out.toString();
  }
}
