package dev.paca.faults.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paca.scoring.tally.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether an answer is whole, and which totals it gave, to be compared with what was committed. */
final class AnswerShape {
  private final Set<Ranked> rankings = ConcurrentHashMap.newKeySet();
  private final Set<Total> totals = ConcurrentHashMap.newKeySet();

  private record Ranked(int year, int hash) {}

  private record Total(Place place, BigDecimal points) {}

  /** What is wrong with an answer of 200; empty when it is whole. */
  Optional<String> wrong(Question question, JsonNode answer) {
    return switch (question) {
      case RANKING -> ranking(answer);
      case PROVINCE -> province(answer);
      case EVIDENCE -> evidence(answer);
      case MATTER -> missing(answer, List.of("matterId", "reports"));
      case REPORT -> missing(answer, List.of("agency", "reportId", "revisions", "counts"));
    };
  }

  private Optional<String> ranking(JsonNode answer) {
    Optional<String> missing = missing(answer, List.of("year", "of", "rows", "rubricVersion"));
    if (missing.isPresent()) {
      return missing;
    }
    Map<String, BigDecimal> rows = new HashMap<>();
    answer
        .get("rows")
        .forEach(row -> rows.put(row.get("province").asText(), row.get("total").decimalValue()));
    if (rows.size() != answer.get("of").asInt()) {
      return Optional.of("ranks " + rows.size() + " of " + answer.get("of"));
    }
    if (rows.values().stream().anyMatch(total -> total.signum() != 0)) {
      rankings.add(new Ranked(answer.get("year").asInt(), Committed.hash(rows)));
    }
    return Optional.empty();
  }

  private Optional<String> province(JsonNode answer) {
    Optional<String> missing =
        missing(answer, List.of("year", "province", "total", "parts", "criteria", "totalIsFinal"));
    if (missing.isPresent()) {
      return missing;
    }
    BigDecimal total = answer.get("total").decimalValue();
    totals.add(
        new Total(
            new Place(answer.get("year").asInt(), answer.get("province").asText()),
            total.setScale(2)));
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode part : answer.get("parts")) {
      sum = sum.add(part.get("points").decimalValue());
    }
    boolean right = answer.get("totalIsFinal").asBoolean() || sum.compareTo(total) == 0;
    return right ? Optional.empty() : Optional.of("parts give " + sum + ", the total is " + total);
  }

  private static Optional<String> evidence(JsonNode answer) {
    Optional<String> missing =
        missing(answer, List.of("code", "points", "measures", "reports", "settled"));
    if (missing.isPresent()) {
      return missing;
    }
    Map<String, BigInteger> sums = new HashMap<>();
    for (JsonNode report : answer.get("reports")) {
      report
          .get("measures")
          .properties()
          .forEach(
              each ->
                  sums.merge(each.getKey(), each.getValue().bigIntegerValue(), BigInteger::add));
    }
    for (var measure : answer.get("measures").properties()) {
      BigInteger sum = sums.getOrDefault(measure.getKey(), BigInteger.ZERO);
      if (!sum.equals(measure.getValue().bigIntegerValue())) {
        return Optional.of(
            "%s is %s, its reports give %s".formatted(measure.getKey(), measure.getValue(), sum));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> missing(JsonNode answer, List<String> fields) {
    return fields.stream()
        .filter(field -> !answer.hasNonNull(field))
        .findFirst()
        .map(field -> "lacks " + field);
  }

  /** Answers that were never committed. */
  List<String> notIn(Committed committed) {
    List<String> found = new ArrayList<>();
    rankings.stream()
        .filter(ranked -> !committed.ranking(ranked.year(), ranked.hash()))
        .map(ranked -> "a ranking of " + ranked.year() + " was answered that was never committed")
        .forEach(found::add);
    totals.stream()
        .filter(total -> !committed.total(total.place(), total.points()))
        .map(
            total ->
                "%s was answered with %s, which was never committed"
                    .formatted(total.place().key(), total.points()))
        .forEach(found::add);
    return found;
  }
}
