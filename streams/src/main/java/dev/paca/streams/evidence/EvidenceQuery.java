package dev.paca.streams.evidence;

import dev.paca.reports.Appraisal;
import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.formula.Formula;
import dev.paca.scoring.matter.MatterCount;
import dev.paca.scoring.measure.MeasureVector;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placement;
import dev.paca.scoring.tally.Placer;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.ReportView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads one criterion's evidence: the reports of whoever ever reported for the province, counted by
 * the core's own rules. Where matters count, all that they could count by are read as well, for the
 * reports on one matter may lie in any province.
 */
public final class EvidenceQuery {
  private final Provinces provinces;
  private final ReportSource source;

  public EvidenceQuery(Provinces provinces, ReportSource source) {
    this.provinces = provinces;
    this.source = source;
  }

  /**
   * What was found.
   *
   * @param computed the formula's points from exactly these measures; empty without a formula
   */
  public record Found(
      Map<String, Number> measures,
      Optional<Formula.Result> computed,
      List<EvidenceView.Stage> stages,
      List<ReportView> reports) {}

  /**
   * @param placer by the same version of the rubric
   * @param place of the rubric's year
   */
  public Found find(Placer placer, Rubric rubric, Place place, Criterion criterion) {
    Exhibit exhibit = new Exhibit(criterion);
    List<Revisions> concerned = concerned(exhibit, rubric, place);
    List<Exhibit.Piece> pieces = new ArrayList<>();
    CountedMatters matters =
        new CountedMatters(exhibit.asksOfMatters() ? onTheirMatters(concerned) : List.of(), placer);
    for (Revisions report : concerned) {
      Placement placement = placer.place(report);
      for (Placement.Counted counted : placement.counted()) {
        if (counted.place().equals(place)) {
          counted(exhibit, counted, matters).ifPresent(pieces::add);
        }
      }
      for (Placement.NotCounted not : placement.notCounted()) {
        if (isAbout(not, rubric, place)) {
          pieces.add(new Exhibit.Piece(not.revision(), Map.of(), Optional.of(not.reason())));
        }
      }
    }
    return found(criterion, exhibit, pieces);
  }

  private List<Revisions> concerned(Exhibit exhibit, Rubric rubric, Place place) {
    List<Revisions> concerned = new ArrayList<>();
    source.scan(
        exhibit.types(),
        reportedAs(rubric, place),
        report -> {
          if (exhibit.concerns(report)) {
            concerned.add(report);
          }
        });
    return concerned;
  }

  /** These, and every report by which a matter that one of these names could count instead. */
  private Collection<Revisions> onTheirMatters(List<Revisions> concerned) {
    Map<ReportKey, Revisions> reports = new HashMap<>();
    Set<String> matters = new HashSet<>();
    for (Revisions report : concerned) {
      reports.put(report.key(), report);
      matters.addAll(report.matterIds());
    }
    if (!matters.isEmpty()) {
      source.scan(
          MatterCount.TYPES,
          report -> {
            if (!Collections.disjoint(report.matterIds(), matters)) {
              reports.putIfAbsent(report.key(), report);
            }
          });
    }
    return reports.values();
  }

  /** The codes by which a report can be one of the place, whenever its work occurred. */
  private Set<String> reportedAs(Rubric rubric, Place place) {
    return provinces.all().stream()
        .filter(province -> isNow(province, rubric, place))
        .map(Province::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether, in the rubric's province set, it is the place's. */
  private boolean isNow(Province reported, Rubric rubric, Place place) {
    return provinces
        .asOf(reported, rubric.provincesAsOf())
        .filter(now -> now.code().equals(place.province()))
        .isPresent();
  }

  /** What a report gives here; empty when that is nothing. */
  private Optional<Exhibit.Piece> counted(
      Exhibit exhibit, Placement.Counted counted, CountedMatters matters) {
    Filed filed = counted.by();
    List<MeasureVector> vectors = new ArrayList<>();
    vectors.add(MeasureVector.of(filed.report()));
    if (exhibit.asksOfMatters()) {
      matters.countedBy(counted).ifPresent(vectors::add);
    }
    Map<String, Number> gives = exhibit.gives(vectors);
    return gives.isEmpty() && !Exhibit.isAppraisal(filed)
        ? Optional.empty()
        : Optional.of(new Exhibit.Piece(filed, gives, Optional.empty()));
  }

  private Found found(Criterion criterion, Exhibit exhibit, List<Exhibit.Piece> pieces) {
    Map<String, Number> measures = exhibit.sums(pieces);
    Optional<Formula.Result> computed =
        criterion
            .formula()
            .map(
                formula ->
                    formula.evaluate(
                        index -> (BigInteger) measures.get(Measures.name(index)), criterion.max()));
    ReportViews views = new ReportViews(provinces);
    List<ReportView> reports =
        pieces.stream().map(p -> views.view(p.filed(), p.measures(), p.notCounted())).toList();
    return new Found(measures, computed, stages(pieces), ReportViews.byDate(reports));
  }

  /** Whether what does not count would have counted here. */
  private boolean isAbout(Placement.NotCounted not, Rubric rubric, Place place) {
    Report report = not.revision().report();
    boolean sameYear =
        report.body() instanceof Appraisal appraisal
            ? appraisal.getAssessmentYear() == rubric.year()
            : rubric.window().contains(report.occurredOn());
    return sameYear
        && (not.year().isEmpty() || not.year().getAsInt() == rubric.year())
        && provinces
            .resolve(report.province(), report.occurredOn())
            .filter(reported -> isNow(reported, rubric, place))
            .isPresent();
  }

  /** Who gave which points at which stage; of several at one stage the latest decision counts. */
  private static List<EvidenceView.Stage> stages(List<Exhibit.Piece> pieces) {
    Map<AppraisedPoints.Slot, AppraisedPoints> winners = new HashMap<>();
    List<Filed> appraisals = new ArrayList<>();
    for (Exhibit.Piece piece : pieces) {
      if (piece.notCounted().isEmpty() && Exhibit.isAppraisal(piece.filed())) {
        appraisals.add(piece.filed());
        AppraisedPoints points = points(piece.filed());
        winners.merge(points.slot(), points, (a, b) -> a.compareTo(b) >= 0 ? a : b);
      }
    }
    return appraisals.stream()
        .sorted(
            Comparator.<Filed, AppraisalStage>comparing(f -> points(f).stage())
                .thenComparing(f -> points(f)))
        .map(f -> stage(f, points(f).equals(winners.get(points(f).slot()))))
        .toList();
  }

  private static AppraisedPoints points(Filed filed) {
    return AppraisedPoints.of(filed.report(), (Appraisal) filed.report().body());
  }

  private static EvidenceView.Stage stage(Filed filed, boolean effective) {
    AppraisedPoints points = points(filed);
    return new EvidenceView.Stage(
        points.stage().name(),
        points.points().setScale(2, RoundingMode.HALF_UP),
        points.agency(),
        points.reportId(),
        filed.revision(),
        points.occurredOn().toString(),
        filed.report().reference().orElse(null),
        effective);
  }

  /** The points a computed criterion has by these measures, null where there is no formula. */
  public static BigDecimal points(Optional<Formula.Result> computed) {
    return computed.flatMap(Formula.Result::points).orElse(null);
  }
}
