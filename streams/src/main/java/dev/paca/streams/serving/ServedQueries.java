package dev.paca.streams.serving;

import dev.paca.scores.CriterionPoints;
import dev.paca.scores.ProvinceScore;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.evidence.EvidenceQuery;
import dev.paca.streams.evidence.MatterQuery;
import dev.paca.streams.evidence.ReportSource;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.HistoryView;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.MeasuresView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.ScoreQueries;
import dev.paca.streams.query.TruthView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers from the served tables, and evidence from the stores. */
public final class ServedQueries implements ScoreQueries {
  /** How often evidence is read again while reports are still on their way to the score. */
  private static final int ATTEMPTS = 10;

  private final ServedTables tables;
  private final Provinces provinces;
  private final Histories histories;
  private final EvidenceQuery evidence;
  private final MatterQuery matters;
  private final Truths truths;

  /** Where the history of scores is kept. */
  @FunctionalInterface
  public interface Histories {
    List<HistoryView> history(int year, String province, Optional<String> criterion);
  }

  public ServedQueries(
      ServedTables tables,
      Provinces provinces,
      ReportSource source,
      Histories histories,
      Clock clock) {
    this.tables = tables;
    this.provinces = provinces;
    this.histories = histories;
    this.evidence = new EvidenceQuery(provinces, source);
    this.matters = new MatterQuery(provinces, source);
    this.truths = new Truths(tables, clock);
  }

  @Override
  public List<AssessmentView> assessments() {
    return tables.current().years().descendingMap().values().stream()
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
    Served served = tables.current();
    return served.year(year).map(y -> new RankingViews(provinces).view(y, truth(served)));
  }

  @Override
  public ProvinceView province(int year, String province) {
    Served served = tables.current();
    Lookup lookup = new Lookup(served, provinces);
    Served.Year found = lookup.year(year);
    Province named = lookup.province(found.rubric(), province);
    return new ProvinceViews(provinces).view(found, served.year(year - 1), named, truth(served));
  }

  @Override
  public MeasuresView measures(int year, String province) {
    Served served = tables.current();
    Lookup lookup = new Lookup(served, provinces);
    Served.Year found = lookup.year(year);
    Province named = lookup.province(found.rubric(), province);
    Tally tally = found.tallies().getOrDefault(named.code(), new Tally());
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
        truth(served));
  }

  @Override
  public EvidenceView evidence(int year, String province, String criterion) {
    EvidenceView view = readEvidence(year, province, criterion);
    for (int attempt = 1; attempt < ATTEMPTS && !view.settled(); attempt++) {
      view = readEvidence(year, province, criterion);
    }
    return view;
  }

  private EvidenceView readEvidence(int year, String province, String code) {
    Served served = tables.current();
    Lookup lookup = new Lookup(served, provinces);
    Served.Year found = lookup.year(year);
    Rubric rubric = found.rubric();
    Province named = lookup.province(rubric, province);
    Criterion criterion = lookup.criterion(rubric, code);
    Rubrics rubrics = rubrics(served);
    EvidenceQuery.Found evidenceFound =
        evidence.find(rubrics, rubric, new Place(year, named.code()), criterion);
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
        evidenceFound.computed().flatMap(r -> r.problem()).orElse(null),
        evidenceFound.stages(),
        evidenceFound.reports(),
        nothingYet ? evidenceFound.reports().isEmpty() : same(computed, scored),
        rubric.version(),
        truth(served));
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

  private static Rubrics rubrics(Served served) {
    return Rubrics.of(served.years().values().stream().map(Served.Year::rubric).toList());
  }

  @Override
  public Optional<MatterView> matter(String matterId) {
    return matters.find(matterId, rubrics(tables.current()));
  }

  @Override
  public List<HistoryView> history(int year, String province, Optional<String> criterion) {
    Lookup lookup = new Lookup(tables.current(), provinces);
    Rubric rubric = lookup.year(year).rubric();
    Province named = lookup.province(rubric, province);
    criterion.ifPresent(code -> lookup.criterion(rubric, code));
    return histories.history(year, named.code(), criterion);
  }

  private TruthView truth(Served served) {
    return truths.of(served);
  }
}
