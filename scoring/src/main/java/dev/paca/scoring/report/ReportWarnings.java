package dev.paca.scoring.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Figures of one report that do not add up. They reject nothing: real reports are like that, and
 * the page shows the warning beside the figure.
 */
public final class ReportWarnings {
  private ReportWarnings() {}

  /** A warning in both languages; {@code code} is stable. */
  public record Warning(String code, String vi, String en) {}

  public static List<Warning> of(Report report) {
    List<Warning> warnings = new ArrayList<>();
    switch (report.type()) {
      case PROSECUTIONS -> {
        sum(warnings, report, "cases", "carriedOverCases", "newCases");
        openCases(warnings, report);
      }
      case RECOVERIES -> {
        atMost(warnings, report, "eligibleVnd", "dueVnd");
        atMost(warnings, report, "recoveredVnd", "dueVnd");
      }
      case AUDITS -> atMost(warnings, report, "recoveredVnd", "recommendedRecoveryVnd");
      case DENUNCIATIONS -> {
        atMost(warnings, report, "eligible", "received");
        sum(
            warnings,
            report,
            "resolved",
            "substantiated",
            "partlySubstantiated",
            "unsubstantiated",
            "withdrawn");
      }
      case SANCTIONS -> atMost(warnings, report, "persons", "duePersons");
      case CONFLICTS -> atMost(warnings, report, "resolved", "detected");
      case APPRAISALS -> {}
    }
    return List.copyOf(warnings);
  }

  /** accepted = concluded + suspended + open, where all four are stated (per stage). */
  private static void openCases(List<Warning> warnings, Report report) {
    sum(warnings, report, "cases", "concludedCases", "suspendedCases", "openCases");
  }

  /** Warns when the whole and at least two parts are stated and the parts miss or exceed it. */
  private static void sum(List<Warning> warnings, Report report, String whole, String... parts) {
    OptionalLong total = report.number(whole);
    java.math.BigInteger added = java.math.BigInteger.ZERO;
    int stated = 0;
    for (String part : parts) {
      OptionalLong value = report.number(part);
      if (value.isPresent()) {
        stated++;
        added = added.add(java.math.BigInteger.valueOf(value.getAsLong()));
      }
    }
    boolean allNeeded = parts.length <= 3;
    if (total.isEmpty() || stated < 2 || (allNeeded && stated < parts.length)) {
      return;
    }
    if (!added.equals(java.math.BigInteger.valueOf(total.getAsLong()))) {
      String names = String.join(" + ", parts);
      warnings.add(
          new Warning(
              "DOES_NOT_ADD_UP",
              names + " = " + added + ", nhưng " + whole + " = " + total.getAsLong(),
              names + " = " + added + ", but " + whole + " = " + total.getAsLong()));
    }
  }

  private static void atMost(List<Warning> warnings, Report report, String part, String whole) {
    OptionalLong small = report.number(part);
    OptionalLong large = report.number(whole);
    if (small.isPresent() && large.isPresent() && small.getAsLong() > large.getAsLong()) {
      warnings.add(
          new Warning(
              "MORE_THAN_WHOLE",
              part + " = " + small.getAsLong() + " lớn hơn " + whole + " = " + large.getAsLong(),
              part
                  + " = "
                  + small.getAsLong()
                  + " is more than "
                  + whole
                  + " = "
                  + large.getAsLong()));
    }
  }
}
