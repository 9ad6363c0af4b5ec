package dev.paca.streams.routing;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.routing.StoreQuestion.OneMatter;
import dev.paca.streams.routing.StoreQuestion.OneReport;
import dev.paca.streams.routing.StoreQuestion.Reports;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A question as one instance puts it to another, in a query string: {@code partitions=0,2} and one
 * of {@code types=audits,conflicts} (with {@code provinces=66,94} where only reports about these
 * are needed), {@code report=TYPE/AGENCY/REPORTID}, {@code matter=ID}; {@code behind=true} where a
 * standby's copy will do.
 */
record PeerQuery(StoreQuestion question, Set<Integer> partitions, boolean mayBeBehind) {
  private static final String NUMBERS = "\\d{1,6}(,\\d{1,6})*";

  String text() {
    String partitionsText =
        partitions.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    return "partitions=" + partitionsText + "&behind=" + mayBeBehind + "&" + what();
  }

  private String what() {
    if (question instanceof Reports reports) {
      String types =
          reports.types().stream().map(ReportType::word).collect(Collectors.joining(","));
      return "types="
          + types
          + reports.about().map(codes -> "&provinces=" + String.join(",", codes)).orElse("");
    }
    if (question instanceof OneReport report) {
      return "report=" + encoded(report.key().path());
    }
    return "matter=" + encoded(((OneMatter) question).matterId());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * @param parameter the value of a parameter by its name, null where it is absent
   * @throws QueryRefused BAD_REQUEST
   */
  static PeerQuery of(UnaryOperator<String> parameter) {
    return new PeerQuery(
        question(parameter),
        partitions(parameter.apply("partitions")),
        "true".equals(parameter.apply("behind")));
  }

  private static StoreQuestion question(UnaryOperator<String> parameter) {
    String types = parameter.apply("types");
    String report = parameter.apply("report");
    String matter = parameter.apply("matter");
    if (types != null) {
      Set<ReportType> asked = EnumSet.noneOf(ReportType.class);
      for (String word : types.split(",", -1)) {
        asked.add(ReportType.ofWord(word).orElseThrow(() -> bad("types are report types")));
      }
      return new Reports(
          asked, Optional.ofNullable(parameter.apply("provinces")).map(PeerQuery::provinces));
    }
    if (report != null) {
      return new OneReport(key(report));
    }
    if (matter != null && !matter.isEmpty()) {
      return new OneMatter(matter);
    }
    throw bad("one of types, report and matter is asked for");
  }

  private static ReportKey key(String path) {
    String[] parts = path.split("/", 3);
    if (parts.length < 3) {
      throw bad("report is TYPE/AGENCY/REPORTID");
    }
    return ReportType.ofWord(parts[0])
        .map(type -> new ReportKey(type, parts[1], parts[2]))
        .orElseThrow(() -> bad("report is TYPE/AGENCY/REPORTID"));
  }

  private static Set<String> provinces(String text) {
    if (!text.matches(NUMBERS)) {
      throw bad("provinces are GSO codes with commas between");
    }
    return new TreeSet<>(Arrays.asList(text.split(",", -1)));
  }

  private static Set<Integer> partitions(String text) {
    if (text == null || !text.matches(NUMBERS)) {
      throw bad("partitions are numbers with commas between");
    }
    return Arrays.stream(text.split(",", -1))
        .map(Integer::parseInt)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static QueryRefused bad(String detail) {
    return new QueryRefused(ProblemCode.BAD_REQUEST, detail);
  }
}
