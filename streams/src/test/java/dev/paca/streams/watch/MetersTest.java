package dev.paca.streams.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.AgencyKind;
import dev.paca.scoring.province.Provinces;
import dev.paca.streams.freshness.FreshnessTable;
import dev.paca.streams.serving.FixtureFreshness;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class MetersTest {
  private static final Clock CLOCK = Clock.fixed(FixtureFreshness.NOW, ZoneOffset.UTC);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Test
  void recordsAreCountedByTypeAndWhatBecameOfThem() {
    RecordCounts counts = new RecordCounts();
    new ReportMeters(counts).bindTo(registry);
    counts.count("paca.audits", 1, 5, RecordCounts.Outcome.COUNTED);
    counts.count("paca.audits", 1, 6, RecordCounts.Outcome.REJECTED);
    counts.rejected("UNKNOWN_PROVINCE");

    assertThat(registry.scrape())
        .contains("paca_records_total{outcome=\"counted\",type=\"audits\"} 1.0")
        .contains("paca_records_total{outcome=\"duplicate\",type=\"audits\"} 0.0")
        .contains("paca_rejected_total{code=\"UNKNOWN_PROVINCE\"} 1.0")
        .contains("since the process started");
  }

  @Test
  void aProvinceThatNeverReportedHasBeenSilentForEver() {
    FreshnessTable table =
        new FreshnessTable(
            List.of(
                FixtureFreshness.entry(
                    "94",
                    "2025-06-01",
                    AgencyKind.POLICE,
                    "cong-an-tinh-94",
                    FixtureFreshness.NOW.minusSeconds(90))),
            Map.of(),
            Map.of());
    FreshnessMeters meters = new FreshnessMeters(() -> table, Provinces.standard(), CLOCK);
    meters.bindTo(registry);
    meters.refresh();

    assertThat(registry.scrape())
        .contains("paca_freshness_received_age_seconds{province=\"92\"} 90.0")
        .contains("paca_freshness_received_age_seconds{province=\"01\"} +Inf")
        .contains("paca_freshness_kind_provinces{kind=\"POLICE\"} 1.0")
        .contains("paca_freshness_kind_provinces{kind=\"COURT\"} 0.0")
        .contains("paca_reports_in_force{type=\"audits\"} 2.0")
        .doesNotContain("cong-an", "province=\"94\"");
  }

  @Test
  void aPartitionThatMovedElsewhereIsShownNoMore() {
    TopicPartition partition = new TopicPartition("paca.audits", 2);
    RecordCounts counts = new RecordCounts();
    counts.count(
        "paca.audits",
        2,
        FixtureFreshness.NOW.toEpochMilli() - 4_000,
        RecordCounts.Outcome.COUNTED);
    List<InputLag> lags = new ArrayList<>(List.of(new InputLag(partition, 7)));
    TaskMeters meters = new TaskMeters(() -> lags, counts, new RestoreProgress(), CLOCK);
    meters.bindTo(registry);
    meters.refresh();
    assertThat(registry.scrape())
        .contains("paca_input_lag_records{partition=\"2\",topic=\"paca.audits\"} 7.0")
        .contains("paca_input_lag_age_seconds{partition=\"2\",topic=\"paca.audits\"} 4.0");

    lags.clear();
    meters.refresh();
    assertThat(registry.scrape()).doesNotContain("topic=\"paca.audits\"");
  }
}
