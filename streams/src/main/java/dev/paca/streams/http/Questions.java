package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.MeasuresView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.ScoreQueries;
import dev.paca.streams.query.TruthView;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every question of the API: its path, and how it is put to {@link ScoreQueries}. */
final class Questions {
  private static final String YEAR = "/v1/assessments/{year}";
  private static final String PROVINCE = YEAR + "/provinces/{province}";
  private static final String CRITERION = PROVINCE + "/criteria/{code}";

  static final String FRESHNESS = "/v1/freshness";

  private final ScoreQueries queries;

  Questions(ScoreQueries queries) {
    this.queries = queries;
  }

  /** Puts one question. */
  interface Question {
    Answer ask(Context ctx);
  }

  /**
   * What is answered.
   *
   * @param truth absent where the view does not say what it covers
   */
  record Answer(Object body, Optional<TruthView> truth) {}

  Map<String, Question> byPath() {
    Map<String, Question> all = new LinkedHashMap<>();
    all.put("/v1/assessments", ctx -> answer(ofAnyYear(ctx).assessments()));
    all.put(YEAR + "/ranking", this::ranking);
    all.put(PROVINCE, this::province);
    all.put(PROVINCE + "/measures", this::measures);
    all.put(CRITERION, this::criterion);
    all.put(CRITERION + "/evidence", this::evidence);
    all.put(PROVINCE + "/history", this::history);
    all.put("/v1/matters/{id}", this::matter);
    all.put("/v1/reports/{type}/{agency}/{id}", this::report);
    all.put(FRESHNESS, this::freshness);
    all.put("/v1/uncounted", ctx -> answer(ofAnyYear(ctx).uncounted()));
    return all;
  }

  private ScoreQueries queries(Context ctx, int year) {
    return queries.asOf(year, Asked.asOf(ctx));
  }

  /** For questions that are about no one year, whose rubric could be another. */
  private ScoreQueries ofAnyYear(Context ctx) {
    AsOf asOf = Asked.asOf(ctx);
    if (asOf.rubric().isPresent()) {
      throw Asked.bad(
          "rubric is a version of one year's rubric; this question is about no one year");
    }
    return queries.asOf(ScoreQueries.ANY_YEAR, asOf);
  }

  private Answer ranking(Context ctx) {
    int year = Asked.year(ctx);
    RankingView ranking = queries(ctx, year).ranking(year).orElseThrow(() -> noYear(year));
    return new Answer(ranking, Optional.of(ranking.truth()));
  }

  private Answer province(Context ctx) {
    ProvinceView province =
        queries(ctx, Asked.year(ctx)).province(Asked.year(ctx), ctx.pathParam("province"));
    return new Answer(province, Optional.of(province.truth()));
  }

  private Answer measures(Context ctx) {
    MeasuresView measures =
        queries(ctx, Asked.year(ctx)).measures(Asked.year(ctx), ctx.pathParam("province"));
    return new Answer(measures, Optional.of(measures.truth()));
  }

  private Answer criterion(Context ctx) {
    ProvinceView province =
        queries(ctx, Asked.year(ctx)).province(Asked.year(ctx), ctx.pathParam("province"));
    String code = ctx.pathParam("code");
    CriterionView criterion =
        province.criteria().stream()
            .filter(candidate -> candidate.code().equals(code))
            .findFirst()
            .orElseThrow(() -> noCriterion(province, code));
    return new Answer(criterion, Optional.of(province.truth()));
  }

  private Answer evidence(Context ctx) {
    EvidenceView evidence =
        queries(ctx, Asked.year(ctx))
            .evidence(Asked.year(ctx), ctx.pathParam("province"), ctx.pathParam("code"));
    return new Answer(evidence, Optional.of(evidence.truth()));
  }

  private Answer history(Context ctx) {
    AsOf asOf = Asked.asOf(ctx);
    if (asOf.until().isPresent() || asOf.rubric().isPresent()) {
      throw Asked.bad(
          "the history is what was said when: it takes at, but neither until nor rubric");
    }
    return answer(
        queries(ctx, Asked.year(ctx))
            .history(Asked.year(ctx), ctx.pathParam("province"), Asked.query(ctx, "criterion")));
  }

  private Answer freshness(Context ctx) {
    FreshnessView freshness =
        ofAnyYear(ctx).freshness(Asked.query(ctx, "province"), Asked.query(ctx, "agency"));
    return new Answer(freshness, Optional.of(freshness.truth()));
  }

  private Answer matter(Context ctx) {
    String id = ctx.pathParam("id");
    MatterView matter =
        ofAnyYear(ctx)
            .matter(id)
            .orElseThrow(() -> notFound("No report names the matter '%s'".formatted(id)));
    return answer(matter);
  }

  private Answer report(Context ctx) {
    String type = ctx.pathParam("type");
    String agency = ctx.pathParam("agency");
    String id = ctx.pathParam("id");
    return answer(
        ofAnyYear(ctx)
            .report(type, agency, id)
            .orElseThrow(
                () ->
                    notFound(
                        "There is no report %s/%s/%s; an address is TYPE/AGENCY/REPORTID"
                            .formatted(type, agency, id))));
  }

  private static Answer answer(Object body) {
    return new Answer(body, Optional.empty());
  }

  private QueryRefused noYear(int year) {
    String years =
        queries.assessments().stream()
            .map(AssessmentView::year)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return notFound(
        "There is no assessment of %d; %s"
            .formatted(year, years.isEmpty() ? "there is none yet" : "there are " + years));
  }

  private static QueryRefused noCriterion(ProvinceView province, String code) {
    String codes =
        province.criteria().stream()
            .map(CriterionView::code)
            .filter(known -> known.startsWith(code.isEmpty() ? "" : code.substring(0, 1)))
            .collect(Collectors.joining(", "));
    return notFound(
        "There is no criterion %s in %d%s"
            .formatted(code, province.year(), codes.isEmpty() ? "" : "; there are " + codes));
  }

  private static QueryRefused notFound(String detail) {
    return new QueryRefused(ProblemCode.NOT_FOUND, detail);
  }
}
