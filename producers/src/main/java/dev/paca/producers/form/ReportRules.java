package dev.paca.producers.form;

import dev.paca.problems.Problem;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The hard rules that a filled form must pass, as of now.
 *
 * @param clock tells the day in Viet Nam, after which nothing can have happened
 */
public record ReportRules(Provinces provinces, Clock clock) {

  /** The provinces that come with Paca and this machine's clock. */
  public static ReportRules standard() {
    return new ReportRules(Provinces.standard(), Clock.systemUTC());
  }

  LocalDate today() {
    return Filed.dateOf(clock.millis());
  }

  List<Problem> check(SpecificRecord report) {
    return ReportCheck.check(report, provinces, today());
  }
}
