package dev.paca.streams.rubrics;

import java.util.List;

/** Everything that was ever published of the index, oldest first. */
@FunctionalInterface
public interface RubricHistory {
  /** Of one year; empty for a year without a rubric. */
  List<Publication> of(int year);
}
