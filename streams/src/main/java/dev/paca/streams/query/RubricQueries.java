package dev.paca.streams.query;

import java.util.List;

/**
 * Questions about rubrics. All refuse with {@link QueryRefused} NOT_FOUND naming what exists when
 * year or version is unknown.
 */
public interface RubricQueries {

  /** Everything that was ever published for a year, oldest first. */
  List<PublicationView> publications(int year);

  /** The file of a version that was adopted. */
  RubricTextView publication(int year, int version);

  /** The file of the version that the scores served now were made by. */
  RubricTextView inForce(int year);

  /**
   * What a file would change for every province, from what is counted now; publishes nothing.
   *
   * @param file its bytes, UTF-8
   * @throws RubricRefused BAD_RUBRIC with every error of the file; OTHER_PLACEMENT when the tallies
   *     do not suffice
   */
  DiffView diff(int year, byte[] file);
}
