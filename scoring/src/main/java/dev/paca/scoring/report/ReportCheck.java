package dev.paca.scoring.report;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.reports.Appraisal;
import dev.paca.reports.Prosecution;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * The hard rules of a report: what breaks one is turned away, at the gateway, in a file and at
 * intake alike. Figures that merely do not add up are {@link ReportWarnings}.
 */
public final class ReportCheck {
  public static final int MAX_REPORT_ID = 128;
  public static final int MAX_AGENCY = 64;
  public static final int MAX_MATTER_ID = 128;
  public static final int MAX_REFERENCE = 2000;

  private ReportCheck() {}

  /**
   * Every problem of a record of one of the seven types, none when it can be accepted.
   *
   * @param today the day in Viet Nam on which it was received
   */
  public static List<Problem> check(SpecificRecord body, Provinces provinces, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    text(problems, "reportId", (String) body.get(Report.REPORT_ID), MAX_REPORT_ID, true);
    text(problems, "agency", (String) body.get(Report.AGENCY), MAX_AGENCY, true);
    text(problems, "matterId", (String) body.get(Report.MATTER_ID), MAX_MATTER_ID, false);
    text(problems, "reference", (String) body.get(Report.REFERENCE), MAX_REFERENCE, false);
    String agency = (String) body.get(Report.AGENCY);
    if (agency != null && agency.indexOf('/') >= 0) {
      problems.add(
          new Problem("agency", ProblemCode.BAD_TEXT, "an agency's code has no slash: " + agency));
    }
    numbers(problems, body);
    dates(problems, body, today);
    province(problems, body, provinces);
    if (body instanceof Appraisal appraisal) {
      appraisal(problems, appraisal);
    }
    if (body instanceof Prosecution prosecution
        && prosecution.getOffence() != null
        && (prosecution.getOffence() < 353 || prosecution.getOffence() > 359)) {
      problems.add(
          new Problem(
              "offence",
              ProblemCode.BAD_CHOICE,
              "the corruption offences are articles 353 to 359, not " + prosecution.getOffence()));
    }
    return problems;
  }

  private static void text(
      List<Problem> problems, String field, String value, int longest, boolean required) {
    if (value == null || value.isBlank()) {
      if (required || value != null) {
        problems.add(new Problem(field, ProblemCode.MISSING_FIELD, field + " is empty"));
      }
    } else if (value.length() > longest) {
      problems.add(
          new Problem(
              field,
              ProblemCode.BAD_TEXT,
              field + " has " + value.length() + " characters; at most " + longest));
    } else if (holdsControl(value)) {
      problems.add(new Problem(field, ProblemCode.BAD_TEXT, field + " holds a control character"));
    }
  }

  private static boolean holdsControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static void numbers(List<Problem> problems, SpecificRecord body) {
    Object revision = body.get(Report.REVISION);
    if (revision != null && (Long) revision < 1) {
      problems.add(
          new Problem(
              "revision", ProblemCode.BAD_NUMBER, "a revision is 1 or more, not " + revision));
    }
    ReportType type = ReportType.ofSchema(body.getSchema()).orElseThrow();
    for (Schema.Field field : type.numbers()) {
      Object value = body.get(field.pos());
      if (value != null && (Long) value < 0) {
        problems.add(
            new Problem(field.name(), ProblemCode.BAD_NUMBER, "zero or more, not " + value));
      }
    }
  }

  private static void dates(List<Problem> problems, SpecificRecord body, LocalDate today) {
    LocalDate occurredOn = (LocalDate) body.get(Report.OCCURRED_ON);
    LocalDate periodFrom = (LocalDate) body.get(Report.PERIOD_FROM);
    if (occurredOn.isAfter(today)) {
      problems.add(
          new Problem(
              "occurredOn",
              ProblemCode.FUTURE_DATE,
              occurredOn + " is after the day of reporting, " + today));
    }
    if (periodFrom != null && periodFrom.isAfter(occurredOn)) {
      problems.add(
          new Problem(
              "periodFrom",
              ProblemCode.PERIOD_UPSIDE_DOWN,
              periodFrom + " is after occurredOn, the last day of the period, " + occurredOn));
    }
  }

  private static void province(List<Problem> problems, SpecificRecord body, Provinces provinces) {
    String code = (String) body.get(Report.PROVINCE);
    LocalDate date = (LocalDate) body.get(Report.OCCURRED_ON);
    List<Province> rows = provinces.ofCode(code);
    if (rows.isEmpty()) {
      problems.add(
          new Problem(
              "province",
              ProblemCode.UNKNOWN_PROVINCE,
              "no province has the GSO code \""
                  + code
                  + "\"; codes have two digits, 94 = Sóc Trăng"));
    } else if (provinces.resolve(code, date).isEmpty()) {
      problems.add(
          new Problem("province", ProblemCode.PROVINCE_NOT_VALID, notValid(rows, provinces, date)));
    }
  }

  private static String notValid(List<Province> rows, Provinces provinces, LocalDate date) {
    Province nearest = rows.get(rows.size() - 1);
    if (nearest.validFrom().isAfter(date)) {
      return nearest.code() + " is " + nearest.name() + " only since " + nearest.validFrom();
    }
    String hint =
        provinces
            .asOf(nearest, date)
            .map(now -> "; since then " + now.code() + " " + now.name())
            .orElse("");
    return nearest.code() + " was " + nearest.name() + " until " + nearest.validTo() + hint;
  }

  private static void appraisal(List<Problem> problems, Appraisal appraisal) {
    text(problems, "criterion", appraisal.getCriterion(), 32, true);
    int year = appraisal.getAssessmentYear();
    if (year < 2000 || year > 2100) {
      problems.add(
          new Problem("assessmentYear", ProblemCode.BAD_NUMBER, "a year as 2022, not " + year));
    }
    BigDecimal points = appraisal.getPoints();
    if (points.signum() < 0) {
      problems.add(new Problem("points", ProblemCode.BAD_POINTS, "zero or more, not " + points));
    }
  }
}
