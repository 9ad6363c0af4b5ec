package dev.paca.streams.past;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.InputUnavailable;
import dev.paca.streams.recount.Recount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the committed input while somebody waits for the answer.
 *
 * @param mostRecords a fold keeps its reports in memory: with more records than this it is refused
 */
public record InputFold(CommittedInput input, long mostRecords) {
  private static final Logger LOG = LoggerFactory.getLogger(InputFold.class);

  /**
   * @param newest broker time of the newest record folded, ms; 0 for none
   */
  record Folded(Recount recount, long newest) {}

  /** Throws {@link QueryRefused} UNAVAILABLE, saying why and what to do. */
  Folded of(Recount.Options options) {
    long[] newest = {0};
    long[] records = {0};
    try {
      Recount recount =
          Recount.of(
              input,
              options,
              entry -> {
                newest[0] = Math.max(newest[0], entry.timestamp());
                if (++records[0] > mostRecords) {
                  throw tooMany();
                }
              });
      return new Folded(recount, newest[0]);
    } catch (InputUnavailable e) {
      LOG.warn("the input cannot be folded at the moment", e);
      throw refused("the input cannot be read at the moment; try again");
    }
  }

  private QueryRefused tooMany() {
    return refused(
        "this folds the input in memory, and there are over %d records (setting past-records);"
                .formatted(mostRecords)
            + " ask where there is more memory: paca verify --at or --until");
  }

  private static QueryRefused refused(String message) {
    return new QueryRefused(ProblemCode.UNAVAILABLE, message);
  }
}
