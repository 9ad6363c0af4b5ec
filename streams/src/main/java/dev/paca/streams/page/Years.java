package dev.paca.streams.page;

import dev.paca.streams.page.chart.TileGrid;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.ScoreQueries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The assessment years that have a ranking, oldest first, and which of them can be compared with
 * the one before: same provinces, same criteria with the same maxima. What cannot be compared is
 * never joined by a line.
 */
public record Years(List<Year> years) {

  /** Why a year does not continue the one before it. */
  public enum Change {
    NONE,
    PROVINCES,
    PARTS,
    CRITERIA
  }

  /** One year; the first one's change is NONE. */
  public record Year(
      AssessmentView assessment, RankingView ranking, Set<String> criteria, Change change) {
    public int year() {
      return assessment.year();
    }

    public boolean joined() {
      return change == Change.NONE;
    }

    public Optional<RankingView.Row> row(String province) {
      return ranking.rows().stream().filter(row -> row.province().equals(province)).findFirst();
    }

    public boolean hasScores() {
      return ranking.rows().stream().anyMatch(row -> row.rank() != null);
    }
  }

  public static Years of(ScoreQueries queries) {
    List<Year> years = new ArrayList<>();
    queries.assessments().stream()
        .sorted(Comparator.comparingInt(AssessmentView::year))
        .forEach(
            assessment ->
                queries
                    .ranking(assessment.year())
                    .ifPresent(
                        ranking ->
                            years.add(
                                next(years, assessment, ranking, criteria(queries, ranking)))));
    return new Years(List.copyOf(years));
  }

  private static Year next(
      List<Year> before, AssessmentView assessment, RankingView ranking, Set<String> criteria) {
    Change change =
        before.isEmpty()
            ? Change.NONE
            : change(before.get(before.size() - 1), assessment, ranking, criteria);
    return new Year(assessment, ranking, criteria, change);
  }

  private static Change change(
      Year last, AssessmentView assessment, RankingView ranking, Set<String> criteria) {
    if (!sameProvinces(last.assessment(), assessment)) {
      return Change.PROVINCES;
    }
    if (!parts(last.ranking()).equals(parts(ranking))) {
      return Change.PARTS;
    }
    return last.criteria().equals(criteria) ? Change.NONE : Change.CRITERIA;
  }

  public Optional<Year> find(int year) {
    return years.stream().filter(each -> each.year() == year).findFirst();
  }

  /** The years that lead up to a year without a break, that year last. */
  public List<Year> leadingTo(int year) {
    List<Year> run = new ArrayList<>();
    for (Year each : years) {
      if (each.year() > year) {
        break;
      }
      if (!each.joined()) {
        run.clear();
      }
      run.add(each);
    }
    return run;
  }

  /** Do two years rank the same provinces, so that a code means the same province in both? */
  public static boolean sameProvinces(AssessmentView one, AssessmentView other) {
    return grid(one).equals(grid(other));
  }

  private static TileGrid grid(AssessmentView assessment) {
    return TileGrid.asOf(assessment.provincesAsOf());
  }

  private static List<String> parts(RankingView ranking) {
    return ranking.parts().stream().map(part -> shape(part.code(), part.max())).toList();
  }

  /** All provinces of a year share its criteria, so the first one's will do. */
  private static Set<String> criteria(ScoreQueries queries, RankingView ranking) {
    Set<String> shapes = new TreeSet<>();
    ranking.rows().stream()
        .findFirst()
        .map(row -> queries.province(ranking.year(), row.province()))
        .ifPresent(
            view -> view.criteria().forEach(each -> shapes.add(shape(each.code(), each.max()))));
    return shapes;
  }

  private static String shape(String code, BigDecimal max) {
    return code + "=" + max.stripTrailingZeros().toPlainString();
  }
}
