package dev.paca.streams.evidence;

import dev.paca.reports.Appraisal;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.tally.Placement;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What one criterion asks of reports: the measures of its formula and appraisals of its code. */
final class Exhibit {
  private final Set<String> codes = new LinkedHashSet<>();
  private final Set<String> measures = new LinkedHashSet<>();

  /** One report as evidence. */
  record Piece(Filed filed, Map<String, Number> measures, Optional<Placement.Reason> notCounted) {}

  /**
   * @param criterion a leaf, or a parent for all leaves below it
   */
  Exhibit(Criterion criterion) {
    leaves(criterion)
        .forEach(
            leaf -> {
              codes.add(leaf.code());
              leaf.formula().ifPresent(formula -> measures.addAll(formula.measures()));
            });
  }

  private static Stream<Criterion> leaves(Criterion criterion) {
    return criterion.leaf()
        ? Stream.of(criterion)
        : criterion.children().stream().flatMap(Exhibit::leaves);
  }

  Set<String> measures() {
    return measures;
  }

  boolean asksOfMatters() {
    return measures.stream().anyMatch(measure -> measure.startsWith(Measures.MATTERS_DETECTED));
  }

  /** The types of the reports that could matter: any may be on a case, and not be counted. */
  Set<ReportType> types() {
    Set<ReportType> types = EnumSet.of(ReportType.APPRAISALS);
    for (ReportType type : ReportType.values()) {
      if (asksOfMatters() || asksOf(type)) {
        types.add(type);
      }
    }
    return types;
  }

  private boolean asksOf(ReportType type) {
    return measures.stream().anyMatch(measure -> measure.startsWith(type.word() + "."));
  }

  /** Whether a report could matter to the criterion, before anything is counted. */
  boolean concerns(Revisions report) {
    if (report.latest().report().body() instanceof Appraisal) {
      return report.filed().stream()
          .map(filed -> ((Appraisal) filed.report().body()).getCriterion())
          .anyMatch(codes::contains);
    }
    return (asksOfMatters() && !report.matterIds().isEmpty()) || asksOf(report.key().type());
  }

  static boolean isAppraisal(Filed filed) {
    return filed.report().type() == ReportType.APPRAISALS;
  }

  /** What a counted report gives to the measures asked for. */
  Map<String, Number> gives(List<MeasureVector> vectors) {
    Map<String, Number> gives = new TreeMap<>();
    for (MeasureVector vector : vectors) {
      for (int i = 0; i < vector.size(); i++) {
        String name = Measures.name(vector.index(i));
        if (measures.contains(name)) {
          gives.put(name, vector.amount(i));
        }
      }
    }
    return gives;
  }

  /** The sums over all pieces, in the formula's order; 0 where nothing was given. */
  Map<String, Number> sums(List<Piece> pieces) {
    Map<String, BigInteger> sums = new LinkedHashMap<>();
    measures.forEach(measure -> sums.put(measure, BigInteger.ZERO));
    for (Piece piece : pieces) {
      piece
          .measures()
          .forEach(
              (measure, amount) ->
                  sums.merge(measure, BigInteger.valueOf(amount.longValue()), BigInteger::add));
    }
    Map<String, Number> numbers = new LinkedHashMap<>();
    sums.forEach((measure, sum) -> numbers.put(measure, sum));
    return numbers;
  }
}
