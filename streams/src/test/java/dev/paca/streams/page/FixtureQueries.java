package dev.paca.streams.page;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.FiledView;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.HistoryView;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.MeasuresView;
import dev.paca.streams.query.PartMeanView;
import dev.paca.streams.query.PartView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.ScoreQueries;
import dev.paca.streams.query.TruthView;
import dev.paca.streams.query.UncountedView;
import dev.paca.streams.serving.FixtureFreshness;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Invented answers: 2021 and 2022 with 63 provinces, of which Hậu Giang has nothing yet in 2022 and
 * two share a rank; 2025 with 34, half of them waiting; 2026 with nothing at all.
 */
final class FixtureQueries implements ScoreQueries {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<String> BASES = List.of("FINAL", "COMPUTED", "APPRAISED", "SELF");

  private final Map<Integer, FixtureYear> years = new TreeMap<>(Comparator.reverseOrder());
  private final List<HistoryView> changes = new CopyOnWriteArrayList<>();
  volatile long ageMs = 3_000;
  volatile Optional<QueryRefused> refusal = Optional.empty();

  FixtureQueries() {
    FixtureYear first = new FixtureYear(2021, "2021-12-15");
    FixtureYear second = new FixtureYear(2022, "2022-12-15");
    FixtureYear merged = new FixtureYear(2025, "2025-12-15");
    FixtureTotals.of2021(first.names.keySet()).forEach(first::score);
    FixtureTotals.of2022(second.names.keySet()).forEach(second::score);
    FixtureTotals.of2025(merged.names.keySet()).forEach(merged::score);
    List.of(first, second, merged, new FixtureYear(2026, "2026-12-15"))
        .forEach(year -> years.put(year.year, year));
  }

  /** A report arrives and moves one leaf of one province. */
  synchronized void change(int year, String province, String leaf, String points) {
    BigDecimal old = total(years.get(year), province);
    years.get(year).change(province, leaf, new BigDecimal(points));
    changes.add(
        new HistoryView(
            "2022-12-15T03:42:07Z",
            "TOTAL",
            old,
            total(years.get(year), province),
            "COMPUTED",
            1,
            List.of("audits/THANHTRA-ST/BC-17"),
            1,
            false));
  }

  @Override
  public ScoreQueries asOf(int year, AsOf asOf) {
    return this;
  }

  @Override
  public List<AssessmentView> assessments() {
    refusal.ifPresent(
        refused -> {
          throw refused;
        });
    return years.values().stream()
        .map(
            year ->
                new AssessmentView(
                    year.year,
                    (year.year - 1) + "-12-16",
                    year.year + "-12-15",
                    year.provincesAsOf,
                    year.names.size(),
                    1,
                    "QĐ 152/QĐ-TTCP",
                    HUNDRED))
        .toList();
  }

  /** No page shows them. */
  @Override
  public MeasuresView measures(int year, String province) {
    ProvinceView view = province(year, province);
    return new MeasuresView(
        year, view.province(), view.name(), 0, Map.of(), view.rubricVersion(), view.truth());
  }

  @Override
  public synchronized Optional<RankingView> ranking(int year) {
    return Optional.ofNullable(years.get(year)).map(this::ranking);
  }

  private RankingView ranking(FixtureYear year) {
    List<String> order = new ArrayList<>(year.names.keySet());
    order.sort(
        Comparator.comparing((String code) -> !year.points.containsKey(code))
            .thenComparing(Comparator.comparing((String code) -> total(year, code)).reversed())
            .thenComparing(year.names::get));
    List<RankingView.Row> rows = order.stream().map(code -> row(year, code)).toList();
    return new RankingView(
        year.year,
        1,
        year.names.size(),
        mean(year, ""),
        HUNDRED,
        List.of("A", "B", "C", "D").stream()
            .map(
                part ->
                    new PartMeanView(
                        part, FixtureYear.PARENTS.get(part), max(part), mean(year, part)))
            .toList(),
        rows,
        truth());
  }

  private RankingView.Row row(FixtureYear year, String code) {
    Integer rank = rank(year, code);
    boolean tied =
        rank != null
            && year.points.keySet().stream()
                .anyMatch(other -> !other.equals(code) && rank.equals(rank(year, other)));
    return new RankingView.Row(
        rank,
        tied,
        code,
        year.names.get(code),
        total(year, code),
        basis(year, code),
        previous(year, code),
        List.of("A", "B", "C", "D").stream()
            .map(part -> new RankingView.PartPoints(part, sum(year, code, part)))
            .toList());
  }

  @Override
  public synchronized ProvinceView province(int year, String province) {
    FixtureYear here = years.get(year);
    if (here == null) {
      throw new QueryRefused(ProblemCode.NOT_FOUND, "no year " + year);
    }
    String code =
        here.names.keySet().stream()
            .filter(each -> each.equals(province) || here.names.get(each).equals(province))
            .findFirst()
            .orElseThrow(() -> new QueryRefused(ProblemCode.NOT_FOUND, "no province " + province));
    RankingView.Row row = row(here, code);
    List<CriterionView> criteria = FixtureEvidence.criteria(here, code, this);
    return new ProvinceView(
        year,
        code,
        row.name(),
        row.total(),
        HUNDRED,
        row.rank(),
        row.tied(),
        here.names.size(),
        row.previousRank(),
        1,
        row.basis(),
        false,
        mean(here, ""),
        List.of("A", "B", "C", "D").stream().map(part -> part(here, code, part)).toList(),
        criteria,
        criteria.stream()
            .filter(
                each -> each.leaf() && each.points().add(each.points()).compareTo(each.max()) < 0)
            .filter(each -> row.rank() != null)
            .sorted(
                Comparator.comparing(
                    each -> each.points().divide(each.max(), 4, RoundingMode.DOWN)))
            .map(CriterionView::code)
            .toList(),
        here.names.size() == 34 && code.equals("92")
            ? List.of(
                new ProvinceView.Predecessor("92", "Cần Thơ", "2025-06-30"),
                new ProvinceView.Predecessor("93", "Hậu Giang", "2025-06-30"),
                new ProvinceView.Predecessor("94", "Sóc Trăng", "2025-06-30"))
            : List.of(),
        next(here, row),
        truth());
  }

  private PartView part(FixtureYear year, String code, String part) {
    FixtureYear before = years.get(year.year - 1);
    boolean there = before != null && before.points.containsKey(code);
    return new PartView(
        part,
        FixtureYear.PARENTS.get(part),
        sum(year, code, part),
        max(part),
        mean(year, part),
        basis(year, code),
        there ? sum(before, code, part) : null);
  }

  private ProvinceView.NextRank next(FixtureYear year, RankingView.Row row) {
    if (row.rank() == null) {
      return null;
    }
    return ranking(year).rows().stream()
        .filter(each -> each.rank() != null && each.rank() < row.rank())
        .reduce((one, other) -> other)
        .map(
            each ->
                new ProvinceView.NextRank(
                    each.rank(), each.province(), each.name(), each.total().subtract(row.total())))
        .orElse(null);
  }

  @Override
  public synchronized EvidenceView evidence(int year, String province, String criterion) {
    return FixtureEvidence.of(years.get(year), province, criterion, this, truth());
  }

  @Override
  public Optional<MatterView> matter(String matterId) {
    return matterId.equals(FixtureEvidence.MATTER)
        ? Optional.of(FixtureEvidence.matter())
        : Optional.empty();
  }

  @Override
  public Optional<FiledView> report(String type, String agency, String reportId) {
    return Optional.empty();
  }

  @Override
  public FreshnessView freshness(Optional<String> province, Optional<String> agency) {
    return FixtureFreshness.view(province, agency);
  }

  @Override
  public UncountedView uncounted() {
    return new UncountedView(List.of(), List.of(), null);
  }

  @Override
  public List<HistoryView> history(int year, String province, Optional<String> criterion) {
    return criterion.isEmpty() && year == 2022 && province.equals("94")
        ? List.copyOf(changes)
        : List.of();
  }

  TruthView truth() {
    return new TruthView("2022-12-15T03:42:07Z", ageMs, Map.of("paca.audits-0", 42L));
  }

  String basis(FixtureYear year, String code) {
    if (!year.points.containsKey(code)) {
      return "NONE";
    }
    return year.year == 2021 ? "FINAL" : BASES.get(Integer.parseInt(code) % BASES.size());
  }

  BigDecimal mean(FixtureYear year, String under) {
    if (year.points.isEmpty()) {
      return null;
    }
    return year.points.keySet().stream()
        .map(code -> sum(year, code, under))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(year.points.size()), 2, RoundingMode.HALF_UP);
  }

  static BigDecimal total(FixtureYear year, String code) {
    return year.total(code);
  }

  static BigDecimal sum(FixtureYear year, String code, String under) {
    return year.points.getOrDefault(code, Map.of()).entrySet().stream()
        .filter(each -> each.getKey().startsWith(under))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  static BigDecimal max(String under) {
    return FixtureYear.LEAVES.stream()
        .filter(leaf -> leaf.code().startsWith(under))
        .map(FixtureYear.Leaf::max)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Integer rank(FixtureYear year, String code) {
    if (!year.points.containsKey(code)) {
      return null;
    }
    BigDecimal total = total(year, code);
    return 1
        + (int)
            year.points.keySet().stream()
                .filter(other -> total(year, other).compareTo(total) > 0)
                .count();
  }

  private Integer previous(FixtureYear year, String code) {
    FixtureYear before = years.get(year.year - 1);
    return before == null || before.names.size() != year.names.size() ? null : rank(before, code);
  }
}
