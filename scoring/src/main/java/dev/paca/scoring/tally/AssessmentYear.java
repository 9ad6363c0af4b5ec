package dev.paca.scoring.tally;

import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What placing asks of one rubric, worked out once: it is asked for every report, and comparing
 * dates and following provinces to their successors was a fifth of what a report cost. Days are
 * counted from 1970-01-01.
 */
final class AssessmentYear {
  /** The place for which a province answers from one day to another, if its set has one. */
  private record Answer(long from, long to, Optional<Place> place) {}

  private final OptionalInt year;
  private final long from;
  private final long to;
  private final long acceptedBefore;
  private final Map<String, Boolean> leaves = new HashMap<>();
  private final Map<String, List<Answer>> answers = new HashMap<>();

  AssessmentYear(Rubric rubric, Provinces provinces) {
    year = OptionalInt.of(rubric.year());
    from = rubric.window().from().toEpochDay();
    to = rubric.window().to().toEpochDay();
    acceptedBefore = rubric.acceptUntil().map(Filed::endOf).orElse(Long.MAX_VALUE);
    for (Criterion criterion : rubric.all()) {
      leaves.putIfAbsent(criterion.code(), criterion.leaf());
    }
    for (Province province : provinces.all()) {
      answers
          .computeIfAbsent(province.code(), code -> new ArrayList<>(2))
          .add(answer(province, rubric, provinces));
    }
  }

  private static Answer answer(Province province, Rubric rubric, Provinces provinces) {
    return new Answer(
        province.validFrom().toEpochDay(),
        province.validTo().toEpochDay(),
        provinces
            .asOf(province, rubric.provincesAsOf())
            .map(ranked -> new Place(rubric.year(), ranked.code())));
  }

  OptionalInt year() {
    return year;
  }

  /** Whether a day is in the window. */
  boolean covers(long day) {
    return from <= day && day <= to;
  }

  /** When the deadline's day has ended, ms. */
  long acceptedBefore() {
    return acceptedBefore;
  }

  /** Whether a criterion is a leaf; empty where the rubric has none of this code. */
  Optional<Boolean> leaf(String criterion) {
    return Optional.ofNullable(leaves.get(criterion));
  }

  /** Where what a code meant on a day is ranked. */
  Optional<Place> place(String code, long day) {
    for (Answer answer : answers.getOrDefault(code, List.of())) {
      if (answer.from <= day && day <= answer.to) {
        return answer.place;
      }
    }
    return Optional.empty();
  }
}
