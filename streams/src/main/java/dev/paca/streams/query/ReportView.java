package dev.paca.streams.query;

import java.util.List;
import java.util.Map;

/**
 * One report as evidence.
 *
 * @param type the topic's word: audits, denunciations …
 * @param province GSO code as reported; provinceName the name valid on occurredOn
 * @param measures what it gave to the measures asked for
 * @param fields every number the report states, by field name
 * @param warnings what does not add up in it, in plain words; rejects nothing
 * @param notCounted why it gives nothing (late, waiting for a rubric …); null when it counts
 */
public record ReportView(
    String type,
    String agency,
    String agencyKind,
    String reportId,
    long revision,
    String status,
    String matterId,
    String province,
    String provinceName,
    String occurredOn,
    String periodFrom,
    String reference,
    String receivedAt,
    Map<String, Number> measures,
    Map<String, Object> fields,
    List<Warning> warnings,
    Warning notCounted) {

  /** A remark in both languages; {@code code} is stable. */
  public record Warning(String code, String vi, String en) {}
}
