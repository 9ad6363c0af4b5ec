package dev.paca.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpMetricsTest {
  /** Its gauge looks at itself, as those of the served tables do. */
  private static final class SelfMeasured implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
      Gauge.builder("paca.test", this, self -> 1).register(registry);
    }
  }

  @Test
  void aGaugeIsMeasuredAsLongAsTheMetricsAreShown() {
    try (HttpMetrics metrics = new HttpMetrics(List.of())) {
      WeakReference<MeterBinder> added = added(metrics);
      System.gc();

      assertThat(added.get()).isNotNull();
    }
  }

  private static WeakReference<MeterBinder> added(HttpMetrics metrics) {
    MeterBinder meters = new SelfMeasured();
    metrics.add(meters);
    return new WeakReference<>(meters);
  }
}
