package dev.paca.producers.gateway;

import dev.paca.problems.Problem;
import dev.paca.topics.Position;
import java.util.List;

/** What became of one report of a request. */
sealed interface Outcome {

  /** The broker has it. */
  record Accepted(Position position) implements Outcome {}

  /** Something is wrong with it; sending it again as it is would be answered the same. */
  record Rejected(List<Problem> problems) implements Outcome {}

  /** Broker or registry did not answer in time; sending it again is safe. */
  record Unavailable() implements Outcome {}
}
