package dev.paca.streams.watch;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.report.ReportType;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;

/** What became of records, as counters. */
public record ReportMeters(RecordCounts counts) implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    for (ReportType type : ReportType.values()) {
      for (RecordCounts.Outcome outcome : RecordCounts.Outcome.values()) {
        FunctionCounter.builder("paca.records", counts, c -> c.of(type.topic(), outcome))
            .tag("type", type.word())
            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
            .description("Records read by tasks of this instance, since the process started")
            .register(registry);
      }
    }
    for (ProblemCode code : ProblemCode.values()) {
      FunctionCounter.builder("paca.rejected", counts, c -> c.rejectedFor(code.name()))
          .tag("code", code.name())
          .description("Records turned away by tasks of this instance, since the process started")
          .register(registry);
    }
  }
}
