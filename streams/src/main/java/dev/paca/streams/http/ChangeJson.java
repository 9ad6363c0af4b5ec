package dev.paca.streams.http;

import dev.paca.streams.feed.Change;
import dev.paca.streams.query.RankingView;
import dev.paca.streams.query.ScoreQueries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The data of a {@code score-change} event: the change, and the province's name in that year. */
final class ChangeJson {
  private final ScoreQueries queries;
  private final Map<Integer, Map<String, String>> names = new ConcurrentHashMap<>();

  ChangeJson(ScoreQueries queries) {
    this.queries = queries;
  }

  /**
   * @param name null while the year has no ranking that would name it
   * @param at broker time in ISO-8601
   */
  private record Event(
      int year,
      String province,
      String name,
      String criterion,
      BigDecimal oldPoints,
      BigDecimal newPoints,
      String basis,
      String at,
      int rubricVersion,
      List<String> reports,
      int reportCount,
      boolean byRubric) {}

  byte[] of(Change change) {
    return Json.bytes(
        new Event(
            change.year(),
            change.province(),
            name(change).orElse(null),
            change.criterion(),
            change.oldPoints(),
            change.newPoints(),
            change.basis(),
            change.at().toString(),
            change.rubricVersion(),
            change.reports(),
            change.reportCount(),
            change.byRubric()));
  }

  /** A year's provinces and their names are fixed once it is ranked, so they are asked for once. */
  private Optional<String> name(Change change) {
    Map<String, String> known = names.getOrDefault(change.year(), Map.of());
    if (!known.containsKey(change.province())) {
      known = queries.ranking(change.year()).map(ChangeJson::names).orElse(Map.of());
      names.put(change.year(), known);
    }
    return Optional.ofNullable(known.get(change.province()));
  }

  private static Map<String, String> names(RankingView ranking) {
    return ranking.rows().stream()
        .collect(Collectors.toMap(RankingView.Row::province, RankingView.Row::name, (a, b) -> a));
  }
}
