package dev.paca.producers.form;

import dev.paca.problems.ProblemCode;

/** What came of reading one entry as its field's kind. */
sealed interface Reading {

  /** A value of the type that the generated record takes. */
  record Value(Object value) implements Reading {}

  /** Why there is none. */
  record Wrong(ProblemCode code, String message) implements Reading {}
}
