package dev.paca.streams.page;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.page.language.VietnameseOrder;
import dev.paca.streams.page.language.Wording;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.ScoreQueries;
import java.util.Comparator;
import java.util.List;

/** What to say when a year, province, criterion or case does not exist: what does, as links. */
final class Absences {
  private final ScoreQueries queries;

  Absences(ScoreQueries queries) {
    this.queries = queries;
  }

  NothingHere noYears(Reader reader) {
    Wording wording = reader.wording();
    return new NothingHere(
        new Notice(503, wording.say("absent.years.title"), wording.say("absent.years"), List.of()));
  }

  NothingHere noYear(Reader reader, int year) {
    List<AssessmentView> known = queries.assessments();
    Wording wording = reader.wording();
    boolean waits = known.stream().anyMatch(each -> each.year() == year);
    String what = waits ? "absent.scores" : "absent.year";
    return new NothingHere(
        new Notice(
            waits ? 503 : 404,
            wording.say(what + ".title", year),
            wording.say(what, year),
            known.stream().filter(each -> each.year() != year).map(e -> year(reader, e)).toList()));
  }

  /** The province, or {@link NothingHere} that lists all provinces of the year. */
  ProvinceView province(Reader reader, int year, String province) {
    try {
      return queries.province(year, province);
    } catch (QueryRefused refused) {
      if (refused.code() != ProblemCode.NOT_FOUND
          && refused.code() != ProblemCode.UNKNOWN_PROVINCE) {
        throw refused;
      }
      throw noProvince(reader, year, province);
    }
  }

  private NothingHere noProvince(Reader reader, int year, String province) {
    Wording wording = reader.wording();
    List<RankingView.Row> rows = queries.ranking(year).map(RankingView::rows).orElse(List.of());
    return new NothingHere(
        new Notice(
            404,
            wording.say("absent.province.title", province, year),
            wording.say("absent.province", year, rows.size()),
            rows.stream()
                .sorted(Comparator.comparing(RankingView.Row::name, new VietnameseOrder()))
                .map(row -> province(reader, year, row))
                .toList()));
  }

  NothingHere noCriterion(Reader reader, ProvinceView view, String code) {
    Wording wording = reader.wording();
    return new NothingHere(
        new Notice(
            404,
            wording.say("absent.criterion.title", code, view.year()),
            wording.say("absent.criterion", view.year(), view.name()),
            view.criteria().stream()
                .map(
                    each ->
                        new Notice.Choice(
                            each.code() + " " + wording.name(each.name()),
                            reader.links().criterion(view.year(), view.province(), each.code())))
                .toList()));
  }

  NothingHere noMatter(Reader reader, String matterId) {
    Wording wording = reader.wording();
    return new NothingHere(
        new Notice(
            404,
            wording.say("absent.matter.title", matterId),
            wording.say("absent.matter"),
            List.of()));
  }

  /** No such address at all. */
  Notice noPage(Reader reader) {
    Wording wording = reader.wording();
    return new Notice(
        404,
        wording.say("absent.page.title"),
        wording.say("absent.page"),
        queries.assessments().stream().map(each -> year(reader, each)).toList());
  }

  private static Notice.Choice year(Reader reader, AssessmentView assessment) {
    return new Notice.Choice(
        String.valueOf(assessment.year()), reader.links().ranking(assessment.year()));
  }

  private static Notice.Choice province(Reader reader, int year, RankingView.Row row) {
    return new Notice.Choice(row.name(), reader.links().province(year, row.province()));
  }
}
