package dev.paca.streams.query;

import java.util.List;

/**
 * One case across agencies.
 *
 * @param reports by occurredOn
 * @param countedBy type/AGENCY/REPORTID of the report it counts by, null when it does not count
 * @param disagreements where agencies differ, in plain words
 * @param behind null where everything is from the owners of the partitions
 */
public record MatterView(
    String matterId,
    List<ReportView> reports,
    String countedBy,
    List<Integer> countedInYears,
    String countedForProvince,
    List<ReportView.Warning> disagreements,
    BehindView behind) {}
