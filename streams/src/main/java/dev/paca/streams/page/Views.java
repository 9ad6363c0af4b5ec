package dev.paca.streams.page;

import dev.paca.streams.page.evidence.CriterionPage;
import dev.paca.streams.page.freshness.FreshnessPage;
import dev.paca.streams.page.language.Language;
import dev.paca.streams.page.matter.MatterPage;
import dev.paca.streams.page.province.ProvincePage;
import dev.paca.streams.page.ranking.RankingPage;
import dev.paca.streams.page.whatif.WhatIfPage;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.DiffView;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.RubricQueries;
import dev.paca.streams.query.RubricRefused;
import dev.paca.streams.query.RubricTextView;
import dev.paca.streams.query.ScoreQueries;
import dev.paca.streams.query.TruthView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the queries and draws the answer; throws {@link NothingHere} where there is none. */
final class Views {
  private final ScoreQueries queries;
  private final RubricQueries rubrics;
  private final Templates templates;
  private final Absences absences;
  private final String statics;

  Views(ScoreQueries queries, RubricQueries rubrics, String statics) {
    this(queries, rubrics, new Templates(), statics);
  }

  private Views(ScoreQueries queries, RubricQueries rubrics, Templates templates, String statics) {
    this.queries = queries;
    this.rubrics = rubrics;
    this.templates = templates;
    this.absences = new Absences(queries);
    this.statics = statics;
  }

  /** The same views as of when the reader asks. */
  Views asOf(Reader reader, int year) {
    AsOf asOf = reader.asOf();
    return asOf.isNow() ? this : new Views(queries.asOf(year, asOf), rubrics, templates, statics);
  }

  /** The latest year that has scores, or the latest there is. */
  int latestYear(Reader reader) {
    Years years = Years.of(queries);
    return years.years().stream()
        .filter(Years.Year::hasScores)
        .reduce((one, next) -> next)
        .or(() -> years.years().stream().reduce((one, next) -> next))
        .map(Years.Year::year)
        .orElseThrow(() -> absences.noYears(reader));
  }

  String ranking(Reader reader, int year) {
    Years years = Years.of(queries);
    Years.Year here = year(reader, years, year);
    RankingPage page = RankingPage.of(years, here, reader.sort(), reader.sought());
    String title = reader.wording().say("ranking.title", year);
    Frame frame =
        frame(reader, title, here, years, "/ranking", here.ranking().truth(), Optional.empty());
    return templates.draw("ranking", frame, page);
  }

  /** The form, with the rubric in force in it. */
  String whatIf(Reader reader, int year) {
    RubricTextView inForce = inForce(reader, year);
    return whatIf(reader, WhatIfPage.asked(year, inForce.version(), inForce.yaml()));
  }

  /**
   * A draft that was tried.
   *
   * @param accepted false where the view shows why it was not judged
   */
  record Tried(String html, boolean accepted) {}

  Tried whatIf(Reader reader, int year, String draft) {
    int version = inForce(reader, year).version();
    WhatIfPage page;
    try {
      byte[] file = draft.getBytes(StandardCharsets.UTF_8);
      page = WhatIfPage.answered(draft, rubrics.diff(year, file));
    } catch (RubricRefused refused) {
      page = WhatIfPage.refused(year, version, draft, refused);
    }
    return new Tried(whatIf(reader, page), !page.refused());
  }

  private RubricTextView inForce(Reader reader, int year) {
    if (queries.ranking(year).isEmpty()) {
      throw absences.noYear(reader, year);
    }
    return rubrics.inForce(year);
  }

  private String whatIf(Reader reader, WhatIfPage page) {
    Years years = Years.of(queries);
    Years.Year here = year(reader, years, page.year());
    String title = reader.wording().say("whatif.title", page.year());
    TruthView truth = page.diff().map(DiffView::truth).orElse(here.ranking().truth());
    // No event of the stream changes what stands here, so nothing is followed.
    Frame frame =
        frame(reader, title, here, years, "/rubrics", truth, Optional.empty()).unfollowed();
    return templates.draw("whatif", frame, page);
  }

  String province(Reader reader, ProvinceView view) {
    Years years = Years.of(queries);
    Years.Year here = year(reader, years, view.year());
    AssessmentView assessment = here.assessment();
    ProvincePage page = ProvincePage.of(queries, years, assessment, view);
    String title = view.name() + " " + view.year();
    String api = "/provinces/" + view.province();
    Frame frame =
        frame(reader, title, here, years, api, view.truth(), Optional.of(view.province()));
    return templates.draw("province", frame, page);
  }

  String criterion(Reader reader, ProvinceView view, String code) {
    Years years = Years.of(queries);
    Years.Year here = year(reader, years, view.year());
    CriterionView criterion =
        ProvincePage.find(view, code).orElseThrow(() -> absences.noCriterion(reader, view, code));
    CriterionPage page = CriterionPage.of(queries, view, criterion, reader.wording());
    String title = code + " · " + view.name() + " " + view.year();
    String api = "/provinces/" + view.province() + "/criteria/" + code + "/evidence";
    Frame frame =
        frame(reader, title, here, years, api, view.truth(), Optional.of(view.province()));
    return templates.draw("criterion", frame, page);
  }

  String matter(Reader reader, String matterId) {
    MatterView view =
        queries.matter(matterId).orElseThrow(() -> absences.noMatter(reader, matterId));
    Frame frame =
        new Frame(
            reader.wording(),
            reader.links(),
            reader.wording().say("matter.title", matterId),
            statics,
            reader.path(),
            reader.switchTo(),
            yearLinks(reader, Years.of(queries), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return templates.draw("matter", frame, MatterPage.of(view));
  }

  String freshness(Reader reader) {
    FreshnessPage page = FreshnessPage.all(queries.freshness(Optional.empty(), Optional.empty()));
    return freshness(reader, reader.wording().say("freshness.title"), page, "");
  }

  /** Of one province of today. */
  String freshness(Reader reader, FreshnessView one) {
    FreshnessView.ProvinceRow province = one.provinces().get(0);
    String title = reader.wording().say("freshness.of", province.name());
    return freshness(reader, title, FreshnessPage.one(one), "?province=" + province.province());
  }

  private String freshness(Reader reader, String title, FreshnessPage page, String query) {
    Frame frame =
        new Frame(
            reader.wording(),
            reader.links(),
            title,
            statics,
            reader.path(),
            reader.switchTo(),
            yearLinks(reader, Years.of(queries), Optional.empty(), Optional.empty()),
            Optional.of("/v1/freshness" + query),
            Optional.empty(),
            Optional.empty());
    return templates.draw("freshness", frame, page);
  }

  /** Who reports for a province of today, by code, name or abbreviation. */
  FreshnessView findFreshness(String province) {
    return queries.freshness(Optional.of(province), Optional.empty());
  }

  /** The province as asked for by code, name or abbreviation. */
  ProvinceView find(Reader reader, int year, String province) {
    if (queries.ranking(year).isEmpty()) {
      throw absences.noYear(reader, year);
    }
    return absences.province(reader, year, province);
  }

  String notice(Reader reader, Notice notice) {
    Frame frame =
        new Frame(
            reader.wording(),
            reader.links(),
            notice.title(),
            statics,
            reader.path(),
            reader.switchTo(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return templates.draw("notice", frame, notice);
  }

  private Years.Year year(Reader reader, Years years, int year) {
    return years.find(year).orElseThrow(() -> absences.noYear(reader, year));
  }

  private Frame frame(
      Reader reader,
      String title,
      Years.Year here,
      Years years,
      String api,
      TruthView truth,
      Optional<String> province) {
    int year = here.year();
    return new Frame(
        reader.wording(),
        reader.links(),
        title,
        statics,
        reader.path(),
        reader.switchTo(),
        yearLinks(reader, years, Optional.of(here), province),
        Optional.of(api(reader, "/v1/assessments/" + year + api)),
        Optional.of(
            new Frame.Truth(
                truth,
                year,
                here.ranking().rubricVersion(),
                Optional.ofNullable(here.assessment().source()).filter(text -> !text.isBlank()))),
        reader.links().leadToThePast() ? Optional.empty() : Optional.of(year));
  }

  /** The API has one language. */
  private static String api(Reader reader, String path) {
    return new Links(Language.VI, reader.links().asOf()).with(path, Map.of());
  }

  private static List<Frame.YearLink> yearLinks(
      Reader reader, Years years, Optional<Years.Year> here, Optional<String> province) {
    return years.years().stream()
        .map(
            year ->
                new Frame.YearLink(
                    year.year(),
                    href(reader, year, here, province),
                    here.filter(year::equals).isPresent()))
        .toList();
  }

  private static String href(
      Reader reader, Years.Year year, Optional<Years.Year> here, Optional<String> province) {
    boolean sameProvinces =
        here.filter(now -> Years.sameProvinces(now.assessment(), year.assessment())).isPresent();
    Links links =
        here.filter(year::equals).isPresent() ? reader.links() : reader.links().toOtherYears();
    return province
        .filter(code -> sameProvinces && year.row(code).isPresent())
        .map(code -> links.province(year.year(), code))
        .orElseGet(() -> links.ranking(year.year()));
  }
}
