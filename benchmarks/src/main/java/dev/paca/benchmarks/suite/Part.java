package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.result.Sheet;

/** Something that is measured and has a table of its own. */
public interface Part {
  /** In a word, for the command line. */
  String name();

  /** In a few words, over the table. */
  String title();

  /**
   * Measures it.
   *
   * @throws IllegalStateException when something is not the plain fold's: there is no figure then
   */
  Sheet run(Stage stage) throws Exception;
}
