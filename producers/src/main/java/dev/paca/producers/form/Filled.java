package dev.paca.producers.form;

import dev.paca.problems.Problem;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What became of a form. */
public sealed interface Filled {

  /** A report that passed every check. */
  record Complete(SpecificRecord report) implements Filled {}

  /**
   * Everything that is wrong, in the order of the type's fields, what has no field first.
   *
   * @param problems at least one
   */
  record Refused(List<Problem> problems) implements Filled {}
}
