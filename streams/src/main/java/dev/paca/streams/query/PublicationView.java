package dev.paca.streams.query;

/**
 * One record of {@code paca.rubrics}.
 *
 * @param version null for a record that holds no rubric
 * @param publishedAt broker time, ISO-8601
 * @param inForce it is what makes the scores now; at most one is
 * @param adopted it came into force
 * @param sha256 of the file, hex; equal for equal content; null without one
 * @param refused why it never came into force; null when it did
 */
public record PublicationView(
    Integer version,
    String publishedAt,
    boolean inForce,
    boolean adopted,
    String sha256,
    String refused) {}
