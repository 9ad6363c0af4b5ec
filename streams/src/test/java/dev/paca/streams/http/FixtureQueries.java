package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.ProvinceSearch;
import dev.paca.scoring.province.Provinces;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.BehindView;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.FiledView;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.HistoryView;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.MeasuresView;
import dev.paca.streams.query.NameView;
import dev.paca.streams.query.PartMeanView;
import dev.paca.streams.query.PartView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.ReportView;
import dev.paca.streams.query.ScoreQueries;
import dev.paca.streams.query.TruthView;
import dev.paca.streams.query.UncountedView;
import dev.paca.streams.serving.FixtureFreshness;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The assessment of 2022 with invented scores: 63 provinces, the last of them with nothing yet. To
 * ask for province {@code boom} fails, and {@code later} is not available.
 */
final class FixtureQueries implements ScoreQueries {
  static final int YEAR = 2022;
  static final TruthView TRUTH =
      new TruthView(
          "2022-12-15T03:00:00Z", 40, Map.of("paca.audits-2", 124L, "paca.rubrics-0", 0L));

  private static final NameView HANDLING = new NameView("Phát hiện và xử lý", "Handling");
  private static final List<Province> PROVINCES =
      Provinces.standard().on(LocalDate.parse("2022-12-15"));

  @Override
  public ScoreQueries asOf(int year, AsOf asOf) {
    return this;
  }

  @Override
  public List<AssessmentView> assessments() {
    return List.of(
        new AssessmentView(
            YEAR,
            "2021-12-16",
            "2022-12-15",
            "2022-12-15",
            PROVINCES.size(),
            1,
            "QĐ 152/QĐ-TTCP",
            points("100")));
  }

  @Override
  public Optional<RankingView> ranking(int year) {
    if (year != YEAR) {
      return Optional.empty();
    }
    List<RankingView.Row> rows = new ArrayList<>();
    for (int index = 0; index < PROVINCES.size(); index++) {
      boolean ranked = index < PROVINCES.size() - 1;
      Province province = PROVINCES.get(index);
      rows.add(
          new RankingView.Row(
              ranked ? index + 1 : null,
              false,
              province.code(),
              province.name(),
              ranked ? total(index) : points("0"),
              ranked ? "COMPUTED" : "NONE",
              ranked ? 9 : null,
              List.of(new RankingView.PartPoints("C", points("21.5")))));
    }
    return Optional.of(
        new RankingView(
            YEAR,
            1,
            PROVINCES.size(),
            points("66.06"),
            points("100"),
            List.of(new PartMeanView("C", HANDLING, points("40"), points("19.91"))),
            rows,
            TRUTH));
  }

  @Override
  public ProvinceView province(int year, String text) {
    Province province = find(year, text);
    int index = PROVINCES.indexOf(province);
    return new ProvinceView(
        YEAR,
        province.code(),
        province.name(),
        total(index),
        points("100"),
        index + 1,
        false,
        PROVINCES.size(),
        9,
        1,
        "COMPUTED",
        false,
        points("66.06"),
        List.of(
            new PartView(
                "C",
                HANDLING,
                points("21.5"),
                points("40"),
                points("19.91"),
                "COMPUTED",
                points("20.1"))),
        List.of(criterion()),
        List.of("C.1.1"),
        List.of(new ProvinceView.Predecessor("94", "Sóc Trăng", "2025-06-30")),
        new ProvinceView.NextRank(1, "01", "Hà Nội", points("0.01")),
        TRUTH);
  }

  private static CriterionView criterion() {
    return new CriterionView(
        "C.1.1",
        "C",
        1,
        true,
        new NameView("Phát hiện qua thanh tra", "Detection through inspection"),
        points("4"),
        points("8"),
        null,
        "COMPUTED",
        null,
        null,
        null,
        points("4"),
        "illustrative",
        "audits.corruptionCases >= 1 ? 4.0 : 0.0",
        null);
  }

  @Override
  public EvidenceView evidence(int year, String text, String criterion) {
    Province province = find(year, text);
    return new EvidenceView(
        YEAR,
        province.code(),
        province.name(),
        criterion,
        HANDLING,
        "audits.corruptionCases >= 1 ? 4.0 : 0.0",
        "illustrative",
        points("4"),
        points("8"),
        "COMPUTED",
        Map.of("audits.corruptionCases", 3L),
        points("4"),
        null,
        List.of(
            new EvidenceView.Stage(
                "SELF", points("6"), "UBND-94", "SA-1", 1, "2022-12-01", null, false)),
        List.of(report(province)),
        true,
        1,
        null,
        TRUTH);
  }

  private static ReportView report(Province province) {
    return new ReportView(
        "audits",
        "TTR-" + province.code(),
        "INSPECTORATE",
        "KL-1",
        2,
        "REPORTED",
        null,
        province.code(),
        province.name(),
        "2022-05-04",
        null,
        null,
        "2022-05-05T01:02:03Z",
        Map.of("audits.corruptionCases", 3L),
        Map.of("corruptionCases", 3L, "channel", "INSPECTION"),
        List.of(new ReportView.Warning("RECOVERED_ABOVE_DUE", "Thu vượt", "More than was due")),
        null);
  }

  @Override
  public Optional<MatterView> matter(String matterId) {
    if (!matterId.startsWith("VA-")) {
      return Optional.empty();
    }
    return Optional.of(
        new MatterView(
            matterId,
            List.of(report(PROVINCES.get(0))),
            "audits/TTR-01/KL-1",
            List.of(YEAR),
            "01",
            List.of(),
            BehindView.of(List.of(new BehindView.Part("matters", 2, 350))).orElseThrow()));
  }

  @Override
  public Optional<FiledView> report(String type, String agency, String reportId) {
    if (!reportId.equals("KL-1")) {
      return Optional.empty();
    }
    return Optional.of(
        new FiledView(
            type,
            agency,
            reportId,
            List.of(report(PROVINCES.get(0))),
            List.of(new FiledView.Counted(YEAR, "94", "Sóc Trăng", 1)),
            List.of(
                new FiledView.NotCounted(
                    null, new ReportView.Warning("NO_WINDOW", "chờ", "waits"), 1)),
            null));
  }

  @Override
  public FreshnessView freshness(Optional<String> province, Optional<String> agency) {
    return FixtureFreshness.view(province, agency);
  }

  @Override
  public UncountedView uncounted() {
    return new UncountedView(
        List.of(new UncountedView.Reason("NO_WINDOW", "chờ", "waits", 1)),
        List.of(report(PROVINCES.get(0))),
        null);
  }

  @Override
  public List<HistoryView> history(int year, String text, Optional<String> criterion) {
    find(year, text);
    return List.of(
        new HistoryView(
            "2022-05-05T01:02:03Z",
            criterion.orElse("TOTAL"),
            points("0"),
            points("4"),
            "COMPUTED",
            1,
            List.of("audits/TTR-94/KL-1"),
            1,
            false));
  }

  @Override
  public MeasuresView measures(int year, String text) {
    Province province = find(year, text);
    return new MeasuresView(
        YEAR,
        province.code(),
        province.name(),
        3,
        Map.of("recoveries.dueVnd", new BigInteger("27000000000000000000")),
        1,
        TRUTH);
  }

  private static Province find(int year, String text) {
    if (text.equals("boom")) {
      throw new IllegalStateException("secret inner state");
    }
    if (text.equals("later")) {
      throw new QueryRefused(ProblemCode.UNAVAILABLE, "The owner of these reports is moving");
    }
    if (year != YEAR) {
      throw new QueryRefused(ProblemCode.NOT_FOUND, "There is no assessment of " + year);
    }
    return ProvinceSearch.find(text, PROVINCES)
        .orElseThrow(() -> new QueryRefused(ProblemCode.NOT_FOUND, "No province " + text));
  }

  private static BigDecimal total(int index) {
    return points("80").subtract(BigDecimal.valueOf(index, 2));
  }

  private static BigDecimal points(String text) {
    return new BigDecimal(text);
  }
}
