package dev.paca.cli.certificate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.List;

/**
 * What was read, by which rubrics, and what came out; every digest is a SHA-256 in hexadecimal. The
 * same input gives the same certificate anywhere: it has no time and no place of its making.
 *
 * @param format {@link #FORMAT}; certificates of different formats cannot be compared
 * @param at only what was known at this time was read (ISO-8601, UTC); null for everything
 * @param until only what occurred on or before this day counts; null for everything
 */
@JsonPropertyOrder({"format", "at", "until", "input", "rubrics", "scores"})
public record Certificate(
    int format, String at, String until, Input input, Rubrics rubrics, Scores scores) {
  /** Of the canonical form; another one whenever any digest of the same input would be another. */
  public static final int FORMAT = 1;

  /** Of every input topic, the rubrics' too. */
  @JsonPropertyOrder({"records", "sha256", "partitions"})
  public record Input(long records, String sha256, List<Partition> partitions) {
    static Input of(List<Partition> partitions) {
      return new Input(
          partitions.stream().mapToLong(Partition::records).sum(),
          Sha256.ofLines(partitions.stream().map(Partition::line).toList()),
          partitions.stream().sorted(Comparator.comparing(Partition::partition)).toList());
    }
  }

  /**
   * @param partition {@code TOPIC-PARTITION}
   * @param first offset of the first record; 0 without records
   * @param next offset behind the last record; 0 without records
   */
  @JsonPropertyOrder({"partition", "first", "next", "records", "sha256"})
  public record Partition(String partition, long first, long next, long records, String sha256) {
    String line() {
      return partition + " " + first + " " + next + " " + records + " " + sha256;
    }

    /** For a reader: the range and how many records it holds. */
    String range() {
      return "[%d, %d) %d records".formatted(first, next, records);
    }
  }

  /** The rubrics in force. */
  @JsonPropertyOrder({"sha256", "years"})
  public record Rubrics(String sha256, List<Rubric> years) {
    static Rubrics of(List<Rubric> years) {
      return new Rubrics(Sha256.ofLines(years.stream().map(Rubric::line).toList()), years);
    }
  }

  /**
   * @param sha256 of the file as published
   */
  @JsonPropertyOrder({"year", "version", "sha256"})
  public record Rubric(int year, int version, String sha256) {
    String line() {
      return year + " " + version + " " + sha256;
    }
  }

  /**
   * @param count totals and criteria of every province
   */
  @JsonPropertyOrder({"count", "sha256", "years"})
  public record Scores(long count, String sha256, List<Year> years) {}

  /** One year's scores and ranks. */
  @JsonPropertyOrder({"year", "count", "sha256"})
  public record Year(int year, long count, String sha256) {}
}
