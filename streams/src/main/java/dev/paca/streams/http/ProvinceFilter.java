package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.feed.Change;
import dev.paca.streams.query.AssessmentView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.ScoreQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Changes of the province that a text names. Each year is looked up by itself: seven codes changed
 * their meaning in July 2025, and a name may be another province's part by then.
 */
final class ProvinceFilter implements Predicate<Change> {
  private final ScoreQueries queries;
  private final String text;
  private final Map<Integer, Optional<String>> codes = new ConcurrentHashMap<>();

  ProvinceFilter(ScoreQueries queries, String text) {
    this.queries = queries;
    this.text = text;
  }

  /**
   * @throws QueryRefused NOT_FOUND when no year, or not the one asked for, has such a province
   */
  void check(OptionalInt year) {
    if (year.isPresent()) {
      codes.put(year.getAsInt(), Optional.of(queries.province(year.getAsInt(), text).province()));
      return;
    }
    List<Integer> years = queries.assessments().stream().map(AssessmentView::year).toList();
    if (years.stream().noneMatch(each -> code(each).isPresent())) {
      throw new QueryRefused(
          ProblemCode.NOT_FOUND, "No assessment year has a province '%s'".formatted(text));
    }
  }

  @Override
  public boolean test(Change change) {
    return code(change.year()).filter(change.province()::equals).isPresent();
  }

  private Optional<String> code(int year) {
    return codes.computeIfAbsent(year, this::look);
  }

  private Optional<String> look(int year) {
    try {
      return Optional.of(queries.province(year, text).province());
    } catch (QueryRefused refused) {
      if (Problem.status(refused.code()) == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
