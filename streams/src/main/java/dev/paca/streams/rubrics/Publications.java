package dev.paca.streams.rubrics;

import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that was published under one key, in the topic's order. The last valid publication is
 * in force. A version number stands for one content for ever: with other content it is refused, and
 * its own content published again brings it back into force.
 */
public final class Publications {
  private final String key;
  private final List<Publication> all = new ArrayList<>();
  private final TreeMap<Integer, RubricVersion> versions = new TreeMap<>();

  public Publications(String key) {
    this.key = key;
  }

  /**
   * Judges the next record.
   *
   * @param record empty for one that holds no rubric
   */
  public Publication add(long offset, Instant publishedAt, Optional<RubricVersion> record) {
    Publication judged =
        record
            .map(version -> judge(offset, publishedAt, version))
            .orElseGet(() -> refused(offset, publishedAt, record, "the record holds no rubric"));
    all.add(judged);
    return judged;
  }

  private Publication judge(long offset, Instant publishedAt, RubricVersion version) {
    RubricReader.Reading reading = RubricReader.read(version.getYaml());
    Optional<RubricVersion> record = Optional.of(version);
    if (reading.rubric().isEmpty()) {
      return refused(offset, publishedAt, record, problems(reading));
    }
    Rubric rubric = reading.rubric().get();
    RubricVersion stated =
        new RubricVersion(rubric.name(), rubric.year(), rubric.version(), version.getYaml());
    if (!stated.equals(version) || !Publication.key(version).equals(key)) {
      return refused(offset, publishedAt, record, otherwise(rubric, version));
    }
    RubricVersion first = versions.putIfAbsent(rubric.version(), version);
    if (first != null && !first.equals(version)) {
      return refused(
          offset,
          publishedAt,
          record,
          "version %d was published with other content and never changes"
              .formatted(rubric.version()));
    }
    return new Publication(offset, publishedAt, record, Optional.of(rubric), Optional.empty());
  }

  private static String problems(RubricReader.Reading reading) {
    return "its file has %d problems; the first in %s"
        .formatted(reading.problems().size(), reading.problems().get(0));
  }

  private String otherwise(Rubric rubric, RubricVersion version) {
    return "its file is %s %d version %d, but the record says %s %d version %d under the key %s"
        .formatted(
            rubric.name(),
            rubric.year(),
            rubric.version(),
            version.getRubric(),
            version.getYear(),
            version.getVersion(),
            key);
  }

  private static Publication refused(
      long offset, Instant publishedAt, Optional<RubricVersion> record, String why) {
    return new Publication(offset, publishedAt, record, Optional.empty(), Optional.of(why));
  }

  /** In the topic's order, those that never came into force among them. */
  public List<Publication> all() {
    return List.copyOf(all);
  }

  /** Empty before the first valid one. */
  public Optional<Publication> inForce() {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).adopted()) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  /** What a version number stands for. */
  public Optional<RubricVersion> version(int number) {
    return Optional.ofNullable(versions.get(number));
  }

  /** The highest version that ever came into force; 0 before the first. */
  public int highest() {
    return versions.isEmpty() ? 0 : versions.lastKey();
  }

  /** Offset of the last record judged; -1 before the first. */
  long through() {
    return all.isEmpty() ? -1 : all.get(all.size() - 1).offset();
  }
}
