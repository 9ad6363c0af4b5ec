package dev.paca.streams.serving;

import dev.paca.scores.CriterionPoints;
import dev.paca.scores.ProvinceScore;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.evidence.EvidenceQuery;
import dev.paca.streams.evidence.MatterQuery;
import dev.paca.streams.evidence.ReportQuery;
import dev.paca.streams.evidence.ReportSource;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.FiledView;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.HistoryView;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.MeasuresView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.ScoreQueries;
import dev.paca.streams.query.UncountedView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers every question from one {@link Snapshot} at a time. */
public final class ServedQueries implements ScoreQueries {
  /** How often evidence is read again while reports are still on their way to the score. */
  private static final int ATTEMPTS = 10;

  private final Supplier<Snapshot> now;
  private final Provinces provinces;
  private final Histories histories;
  private final Past past;

  /** Where the history of scores is kept. */
  @FunctionalInterface
  public interface Histories {
    List<HistoryView> history(int year, String province, Optional<String> criterion);
  }

  /** How the same questions are answered as of another time. */
  @FunctionalInterface
  public interface Past {
    ScoreQueries asOf(int year, AsOf asOf);
  }

  public ServedQueries(
      Supplier<Snapshot> now, Provinces provinces, Histories histories, Past past) {
    this.now = now;
    this.provinces = provinces;
    this.histories = histories;
    this.past = past;
  }

  @Override
  public ScoreQueries asOf(int year, AsOf asOf) {
    return asOf.isNow() ? this : past.asOf(year, asOf);
  }

  @Override
  public List<AssessmentView> assessments() {
    return now.get().served().years().descendingMap().values().stream()
        .map(year -> assessment(year.rubric()))
        .toList();
  }

  private AssessmentView assessment(Rubric rubric) {
    return new AssessmentView(
        rubric.year(),
        rubric.window().from().toString(),
        rubric.window().to().toString(),
        rubric.provincesAsOf().toString(),
        provinces.on(rubric.provincesAsOf()).size(),
        rubric.version(),
        rubric.source(),
        rubric.max());
  }

  @Override
  public Optional<RankingView> ranking(int year) {
    Snapshot snapshot = now.get();
    return snapshot
        .served()
        .year(year)
        .map(found -> new RankingViews(provinces).view(found, snapshot.truth()));
  }

  @Override
  public ProvinceView province(int year, String province) {
    Snapshot snapshot = now.get();
    Lookup lookup = new Lookup(snapshot.served(), provinces);
    Served.Year found = lookup.year(year);
    Province named = lookup.province(found.rubric(), province);
    return new ProvinceViews(provinces)
        .view(found, snapshot.served().year(year - 1), named, snapshot.truth());
  }

  @Override
  public MeasuresView measures(int year, String province) {
    Snapshot snapshot = now.get();
    Lookup lookup = new Lookup(snapshot.served(), provinces);
    Served.Year found = lookup.year(year);
    Province named = lookup.province(found.rubric(), province);
    Tally tally = found.tally(named.code());
    Map<String, BigInteger> measures = new LinkedHashMap<>();
    for (int index = 0; index < Measures.count(); index++) {
      if (tally.sum(index).signum() != 0) {
        measures.put(Measures.name(index), tally.sum(index));
      }
    }
    return new MeasuresView(
        year,
        named.code(),
        named.name(),
        tally.reports(),
        measures,
        found.rubric().version(),
        snapshot.truth());
  }

  @Override
  public EvidenceView evidence(int year, String province, String criterion) {
    ReportSource reports = now.get().reports();
    EvidenceView view = readEvidence(reports, year, province, criterion);
    for (int attempt = 1; attempt < ATTEMPTS && mayYetSettle(view, reports); attempt++) {
      view = readEvidence(reports, year, province, criterion);
    }
    return view;
  }

  /** A standby is behind the score for longer than anybody should wait. */
  private static boolean mayYetSettle(EvidenceView view, ReportSource reports) {
    return !view.settled() && view.behind() == null && reports.timeToReadAgain();
  }

  private EvidenceView readEvidence(ReportSource reports, int year, String province, String code) {
    Snapshot snapshot = now.get();
    Lookup lookup = new Lookup(snapshot.served(), provinces);
    Served.Year found = lookup.year(year);
    Rubric rubric = found.rubric();
    Province named = lookup.province(rubric, province);
    Criterion criterion = lookup.criterion(rubric, code);
    EvidenceQuery.Found evidenceFound =
        new EvidenceQuery(provinces, reports)
            .find(snapshot.placer(), rubric, new Place(year, named.code()), criterion);
    Optional<CriterionPoints> points = points(found, named.code(), code);
    BigDecimal computed = EvidenceQuery.points(evidenceFound.computed());
    BigDecimal scored = points.map(CriterionPoints::getComputedPoints).orElse(null);
    boolean nothingYet = points.isEmpty();
    return new EvidenceView(
        year,
        named.code(),
        named.name(),
        code,
        RankingViews.name(criterion),
        criterion.formula().map(f -> f.text()).orElse(null),
        criterion.provenance().map(Criterion.Provenance::word).orElse(null),
        points.map(CriterionPoints::getPoints).orElse(BigDecimal.ZERO.setScale(2)),
        criterion.max(),
        points.map(p -> p.getBasis().name()).orElse("NONE"),
        evidenceFound.measures(),
        nothingYet ? null : computed,
        evidenceFound.computed().flatMap(r -> r.problem()).map(ProvinceViews::problem).orElse(null),
        evidenceFound.stages(),
        evidenceFound.reports(),
        nothingYet ? evidenceFound.reports().isEmpty() : same(computed, scored),
        rubric.version(),
        reports.behind().orElse(null),
        snapshot.truth());
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return (a == null) == (b == null) && (a == null || a.compareTo(b) == 0);
  }

  private static Optional<CriterionPoints> points(
      Served.Year year, String province, String criterion) {
    return Optional.ofNullable(year.scores().get(province))
        .map(ProvinceScore::getCriteria)
        .flatMap(all -> all.stream().filter(c -> c.getCriterion().equals(criterion)).findFirst());
  }

  @Override
  public Optional<FiledView> report(String type, String agency, String reportId) {
    Snapshot snapshot = now.get();
    return ReportType.ofWord(type)
        .flatMap(
            known ->
                new ReportQuery(provinces, snapshot.reports())
                    .find(new ReportKey(known, agency, reportId), snapshot.placer()));
  }

  @Override
  public UncountedView uncounted() {
    Snapshot snapshot = now.get();
    return new ReportQuery(provinces, snapshot.reports()).uncounted(snapshot.placer());
  }

  @Override
  public FreshnessView freshness(Optional<String> province, Optional<String> agency) {
    return new FreshnessViews(provinces, now.get()).view(province, agency);
  }

  @Override
  public Optional<MatterView> matter(String matterId) {
    Snapshot snapshot = now.get();
    return new MatterQuery(provinces, snapshot.reports()).find(matterId, snapshot.placer());
  }

  @Override
  public List<HistoryView> history(int year, String province, Optional<String> criterion) {
    Lookup lookup = new Lookup(now.get().served(), provinces);
    Rubric rubric = lookup.year(year).rubric();
    Province named = lookup.province(rubric, province);
    criterion.ifPresent(code -> lookup.criterion(rubric, code));
    return histories.history(year, named.code(), criterion);
  }
}
