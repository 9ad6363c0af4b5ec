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
import java.time.LocalDate;
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
  private final Map<Days, PreviousRank> previousRanks = new HashMap<>();

  /** By whose provinces a year ranks, and the one before it did. */
  private record Days(LocalDate now, LocalDate then) {}

  Rankings(Provinces provinces, ServedStore served) {
    this.provinces = provinces;
    this.served = served;
  }

  /** Only those that say something else than before; a year's ranks show the change on the last. */
  List<Ranking> changed(Collection<Integer> years, Rubrics rubrics, long asOf) {
    Map<Integer, dev.paca.scoring.ranking.Ranking> pure = new HashMap<>();
    TreeSet<Integer> affected = new TreeSet<>(years);
    years.forEach(year -> affected.add(year + 1));
    List<Ranking> changed = new ArrayList<>();
    for (int year : affected) {
      rubrics
          .of(year)
          .map(rubric -> ranking(rubric, rubrics.of(year - 1), pure, asOf))
          .filter(this::saysSomethingElse)
          .ifPresent(changed::add);
    }
    return changed;
  }

  private boolean saysSomethingElse(Ranking ranking) {
    return served
        .ranking(ranking.getYear())
        .filter(before -> AvroScores.saySame(before, ranking))
        .isEmpty();
  }

  /**
   * @param pure those that were made already
   */
  private Ranking ranking(
      Rubric rubric,
      Optional<Rubric> before,
      Map<Integer, dev.paca.scoring.ranking.Ranking> pure,
      long asOf) {
    dev.paca.scoring.ranking.Ranking ranking =
        pure.computeIfAbsent(rubric.year(), year -> pure(rubric));
    if (before.isEmpty()) {
      return AvroScores.ranking(ranking, province -> OptionalInt.empty(), asOf);
    }
    dev.paca.scoring.ranking.Ranking rankingBefore =
        pure.computeIfAbsent(before.get().year(), year -> pure(before.get()));
    PreviousRank previous =
        previousRanks.computeIfAbsent(
            new Days(rubric.provincesAsOf(), before.get().provincesAsOf()),
            days -> new PreviousRank(rubric, before.get(), provinces));
    return AvroScores.ranking(ranking, province -> previous.of(province, rankingBefore), asOf);
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
