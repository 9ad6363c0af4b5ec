package dev.paca.streams.query;

/**
 * A version of a rubric as it was published.
 *
 * @param publishedAt when it first was, by the broker's clock, ISO-8601
 * @param yaml the file to the letter: published again it is a rollback
 */
public record RubricTextView(int year, int version, String publishedAt, String yaml) {}
