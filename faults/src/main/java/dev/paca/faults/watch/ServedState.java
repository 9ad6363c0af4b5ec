package dev.paca.faults.watch;

import dev.paca.internal.ServedMessage;
import dev.paca.internal.TallyFigures;
import dev.paca.scores.Basis;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.ranking.PreviousRank;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.Scorer;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.scoring.AvroScores;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.TallyBlocks;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is served, judged by the pure core at the end of a flush: every score is that of the tally
 * and the rubric served beside it, so also the sum of its criteria; every ranking is that of the
 * totals. Only what the flush touched is computed again.
 */
final class ServedState {
  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final Provinces provinces;
  private final Violations violations;
  private final Map<Place, ProvinceScore> scores = new HashMap<>();
  private final Map<Place, TallyBlocks> tallies = new HashMap<>();
  private final Map<Integer, Rubric> rubrics = new TreeMap<>();
  private final Map<Integer, Ranking> rankings = new TreeMap<>();
  private final Set<Place> touched = new TreeSet<>();
  private final Set<Integer> years = new TreeSet<>();

  ServedState(Provinces provinces, Violations violations) {
    this.provinces = provinces;
    this.violations = violations;
  }

  /** The score before; empty stands for: none any more. */
  Optional<ProvinceScore> score(Place place, Optional<ProvinceScore> now) {
    touched.add(place);
    return put(scores, place, now);
  }

  void tally(Place place, String block, TallyFigures now) {
    touched.add(place);
    TallyBlocks blocks = tallies.getOrDefault(place, TallyBlocks.NONE).with(block, now);
    put(tallies, place, Optional.of(blocks).filter(all -> !all.isEmpty()));
  }

  void ranking(Ranking ranking) {
    years.add(ranking.getYear());
    rankings.put(ranking.getYear(), ranking);
  }

  void rubric(Rubric rubric) {
    rubrics.put(rubric.year(), rubric);
    scores.keySet().stream().filter(p -> p.year() == rubric.year()).forEach(touched::add);
    tallies.keySet().stream().filter(p -> p.year() == rubric.year()).forEach(touched::add);
    years.add(rubric.year());
  }

  private static <T> Optional<T> put(Map<Place, T> all, Place place, Optional<T> now) {
    Optional<T> before = Optional.ofNullable(all.get(place));
    now.ifPresentOrElse(value -> all.put(place, value), () -> all.remove(place));
    return before;
  }

  void judge(RecordAt at) {
    for (Place place : touched) {
      judge(place, at);
      years.add(place.year());
    }
    Set<Integer> due = new TreeSet<>(years);
    years.forEach(year -> due.add(year + 1));
    due.retainAll(rubrics.keySet());
    due.forEach(year -> rank(year, at));
    touched.clear();
    years.clear();
  }

  private void judge(Place place, RecordAt at) {
    Optional<Rubric> rubric =
        Optional.ofNullable(rubrics.get(place.year()))
            .filter(r -> provinces.resolve(place.province(), r.provincesAsOf()).isPresent());
    Optional<ProvinceScore> score = Optional.ofNullable(scores.get(place));
    Tally tally = tallies.getOrDefault(place, TallyBlocks.NONE).tally();
    if (rubric.isEmpty()) {
      violations.unless(
          score.isEmpty(), at, place.key() + " is scored, which no rubric served ranks");
    } else if (score.isEmpty()) {
      violations.unless(tally.isEmpty(), at, place.key() + " has a tally and no score");
    } else {
      judge(place, score.get(), Scorer.score(rubric.get(), place.province(), tally), at);
    }
  }

  private void judge(
      Place place, ProvinceScore said, dev.paca.scoring.score.ProvinceScore right, RecordAt at) {
    boolean same = same(said, AvroScores.score(right, said.getAsOf().toEpochMilli()));
    violations.unless(
        same,
        at,
        "%s is %s by version %d; the tally served beside it gives %s by version %d, or its criteria differ"
            .formatted(
                place.key(),
                said.getTotal(),
                said.getRubricVersion(),
                right.total(),
                right.rubricVersion()));
  }

  private void rank(int year, RecordAt at) {
    Ranking said = rankings.get(year);
    if (said == null) {
      violations.add(at, "the rubric of " + year + " is served and no ranking");
      return;
    }
    Rubric rubric = rubrics.get(year);
    Optional<Rubric> before = Optional.ofNullable(rubrics.get(year - 1));
    Optional<dev.paca.scoring.ranking.Ranking> then = before.map(this::ranking);
    Optional<PreviousRank> previous = before.map(b -> new PreviousRank(rubric, b, provinces));
    Ranking right =
        AvroScores.ranking(
            ranking(rubric),
            province ->
                then.map(r -> previous.orElseThrow().of(province, r)).orElse(OptionalInt.empty()),
            said.getAsOf().toEpochMilli());
    violations.unless(
        same(said, right), at, "the ranking of " + year + " is not that of the totals served");
  }

  private dev.paca.scoring.ranking.Ranking ranking(Rubric rubric) {
    Map<String, BigDecimal> totals = new HashMap<>();
    for (Province province : provinces.on(rubric.provincesAsOf())) {
      Optional.ofNullable(scores.get(new Place(rubric.year(), province.code())))
          .filter(score -> score.getBasis() != Basis.NONE)
          .ifPresent(score -> totals.put(province.code(), score.getTotal()));
    }
    return dev.paca.scoring.ranking.Ranking.ofTotals(rubric, provinces, totals);
  }

  /** By their bytes: Avro's own equality fails on decoded arrays with optional decimals. */
  private boolean same(Object said, Object right) {
    return Arrays.equals(
        codec.encode(new ServedMessage(said)), codec.encode(new ServedMessage(right)));
  }
}
