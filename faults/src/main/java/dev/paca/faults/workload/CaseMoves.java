package dev.paca.faults.workload;

import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * One correction in ten moves its report to another case, gives it one, or takes it off; drawn from
 * report and revision alone, so that a repeat says what it repeats.
 */
record CaseMoves(long seed, int cases) {
  private static final int ONE_IN = 10;
  private static final int NONE_IN = 4;

  SpecificRecord apply(SpecificRecord report) {
    Schema.Field matter = field(report, "matterId");
    String id = report.get(field(report, "reportId").pos()).toString();
    long revision = (Long) report.get(field(report, "revision").pos());
    for (long r = 2; r <= revision; r++) {
      SplittableRandom dice = new SplittableRandom(seed ^ ((long) id.hashCode() << 20) ^ r);
      if (dice.nextInt(ONE_IN) == 0) {
        report.put(matter.pos(), dice.nextInt(NONE_IN) == 0 ? null : "VA-" + dice.nextInt(cases));
      }
    }
    return report;
  }

  private static Schema.Field field(SpecificRecord report, String name) {
    return report.getSchema().getField(name);
  }
}
