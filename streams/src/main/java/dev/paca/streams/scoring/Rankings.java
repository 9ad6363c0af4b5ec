package dev.paca.streams.scoring;

import dev.paca.scores.Basis;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.ranking.PreviousRank;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** The rankings of the years whose totals changed, and of the years after them. */
final class Rankings {
  private final Provinces provinces;
  private final ServedStore served;

  Rankings(Provinces provinces, ServedStore served) {
    this.provinces = provinces;
    this.served = served;
  }

  /** Only those that say something else than before; a year's ranks show the change on the last. */
  List<Ranking> changed(Collection<Integer> years, Rubrics rubrics, long asOf) {
    TreeSet<Integer> affected = new TreeSet<>(years);
    years.forEach(year -> affected.add(year + 1));
    List<Ranking> changed = new ArrayList<>();
    for (int year : affected) {
      rubrics
          .of(year)
          .map(rubric -> ranking(rubric, rubrics.of(year - 1), asOf))
          .filter(this::saysSomethingElse)
          .ifPresent(changed::add);
    }
    return changed;
  }

  private boolean saysSomethingElse(Ranking ranking) {
    int year = ranking.getYear();
    return served
        .ranking(year)
        .map(before -> Ranking.newBuilder(ranking).setAsOf(before.getAsOf()).build())
        .filter(then -> served.says(ServedStore.rankingKey(year), then))
        .isEmpty();
  }

  private Ranking ranking(Rubric rubric, Optional<Rubric> before, long asOf) {
    dev.paca.scoring.ranking.Ranking ranking = pure(rubric);
    Optional<dev.paca.scoring.ranking.Ranking> rankingBefore = before.map(this::pure);
    return AvroScores.ranking(
        ranking,
        province ->
            rankingBefore
                .map(
                    then ->
                        PreviousRank.of(province, rubric, before.orElseThrow(), then, provinces))
                .orElse(OptionalInt.empty()),
        asOf);
  }

  private dev.paca.scoring.ranking.Ranking pure(Rubric rubric) {
    Map<String, BigDecimal> totals = new HashMap<>();
    for (Province province : provinces.on(rubric.provincesAsOf())) {
      served
          .score(new Place(rubric.year(), province.code()))
          .filter(score -> score.getBasis() != Basis.NONE)
          .map(ProvinceScore::getTotal)
          .ifPresent(total -> totals.put(province.code(), total));
    }
    return dev.paca.scoring.ranking.Ranking.ofTotals(rubric, provinces, totals);
  }
}
