package dev.paca.streams.query;

import java.util.List;
import java.util.Optional;

/**
 * That an answer, or some of it, is from standbys: their owners did not answer.
 *
 * @param ageMs what was reported in these last milliseconds may be missing; the most of all parts
 * @param partitions the parts that are not from their owners
 */
public record BehindView(long ageMs, List<Part> partitions) {

  /**
   * @param store reports or matters
   * @param ageMs what came in these last milliseconds may be missing
   */
  public record Part(String store, int partition, long ageMs) {}

  /** Empty where everything is from owners. */
  public static Optional<BehindView> of(List<Part> parts) {
    return parts.stream().mapToLong(Part::ageMs).max().stream()
        .mapToObj(age -> new BehindView(age, List.copyOf(parts)))
        .findFirst();
  }
}
