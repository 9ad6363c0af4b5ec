package dev.paca.producers.form;

import dev.paca.scoring.province.Provinces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Forms that are right, to be made wrong in one field or another. */
final class SampleForms {
  static final ReportRules RULES =
      new ReportRules(
          Provinces.standard(), Clock.fixed(Instant.parse("2025-12-31T18:00:00Z"), ZoneOffset.UTC));

  private SampleForms() {}

  static Map<String, Entry> audit(String... overrides) {
    return form(Map.of("channel", "INSPECTION"), overrides);
  }

  static Map<String, Entry> prosecution(String... overrides) {
    return form(Map.of("stage", "TRIAL"), overrides);
  }

  static Map<String, Entry> appraisal(String... overrides) {
    return form(
        Map.of("assessmentYear", "2022", "criterion", "A.1.1", "stage", "FINAL", "points", "1"),
        overrides);
  }

  private static Map<String, Entry> form(Map<String, String> own, String... overrides) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    entries.put("reportId", Entry.text("KL-12/2022"));
    entries.put("agency", Entry.text("thanh-tra-tinh-94"));
    entries.put("agencyKind", Entry.text("INSPECTORATE"));
    entries.put("province", Entry.text("94"));
    entries.put("occurredOn", Entry.text("2022-06-30"));
    own.forEach((name, text) -> entries.put(name, Entry.text(text)));
    for (int i = 0; i < overrides.length; i += 2) {
      entries.put(overrides[i], Entry.text(overrides[i + 1]));
    }
    return entries;
  }
}
