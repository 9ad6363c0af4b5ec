package dev.paca.scoring.report;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Figures of one report that do not add up. They reject nothing: real reports are like that
 * (recoveries of earlier years exceed what is due in this one), and the page shows the warning
 * beside the figure. What is not stated is not held against a report.
 */
public final class ReportWarnings {
  private static final Map<ReportType, List<Rule>> RULES = new EnumMap<>(ReportType.class);

  static {
    RULES.put(
        ReportType.AUDITS,
        List.of(Rule.within("RECOVERED_ABOVE_DUE", "recommendedRecoveryVnd", "recoveredVnd")));
    RULES.put(
        ReportType.DENUNCIATIONS,
        List.of(
            Rule.within("ELIGIBLE_ABOVE_RECEIVED", "received", "eligible"),
            Rule.sum(
                "RESOLVED_NOT_SUM_OF_OUTCOMES",
                "resolved",
                List.of("substantiated", "partlySubstantiated", "unsubstantiated", "withdrawn"))));
    RULES.put(
        ReportType.PROSECUTIONS,
        List.of(
            Rule.sum(
                "ACCEPTED_NOT_CARRIED_OVER_PLUS_NEW",
                "cases",
                List.of("carriedOverCases", "newCases")),
            Rule.sum(
                "ACCEPTED_NOT_CONCLUDED_SUSPENDED_OPEN",
                "cases",
                List.of("concludedCases", "suspendedCases", "openCases"))));
    RULES.put(
        ReportType.RECOVERIES,
        List.of(
            Rule.within("ELIGIBLE_ABOVE_DUE", "dueVnd", "eligibleVnd"),
            Rule.within("RECOVERED_ABOVE_DUE", "dueVnd", "recoveredVnd")));
    RULES.put(
        ReportType.SANCTIONS, List.of(Rule.within("PERSONS_ABOVE_DUE", "duePersons", "persons")));
    RULES.put(
        ReportType.CONFLICTS,
        List.of(Rule.within("RESOLVED_ABOVE_DETECTED", "detected", "resolved")));
  }

  private ReportWarnings() {}

  /** A warning in both languages; {@code code} is stable. */
  public record Warning(String code, String vi, String en) {}

  public static List<Warning> of(Report report) {
    return RULES.getOrDefault(report.type(), List.of()).stream()
        .flatMap(rule -> rule.breach(report).stream())
        .toList();
  }

  /**
   * The parts never exceed the whole.
   *
   * @param exact and, all of them stated, are equal to it
   */
  private record Rule(String code, String whole, List<String> parts, boolean exact) {
    static Rule within(String code, String whole, String part) {
      return new Rule(code, whole, List.of(part), false);
    }

    static Rule sum(String code, String whole, List<String> parts) {
      return new Rule(code, whole, parts, true);
    }

    Optional<Warning> breach(Report report) {
      OptionalLong total = report.number(whole);
      List<String> stated = parts.stream().filter(part -> report.number(part).isPresent()).toList();
      if (total.isEmpty() || stated.isEmpty()) {
        return Optional.empty();
      }
      BigInteger sum =
          stated.stream()
              .map(part -> BigInteger.valueOf(report.number(part).getAsLong()))
              .reduce(BigInteger.ZERO, BigInteger::add);
      int compared = sum.compareTo(BigInteger.valueOf(total.getAsLong()));
      boolean misses = compared < 0 && exact && stated.size() == parts.size();
      if (compared <= 0 && !misses) {
        return Optional.empty();
      }
      String left = String.join(" + ", stated) + " = " + sum;
      String right = whole + " = " + total.getAsLong();
      return Optional.of(
          new Warning(
              code,
              left + (misses ? ", nhỏ hơn " : ", lớn hơn ") + right,
              left + (misses ? ", less than " : ", more than ") + right));
    }
  }
}
