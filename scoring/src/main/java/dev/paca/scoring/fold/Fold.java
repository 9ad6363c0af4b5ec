package dev.paca.scoring.fold;

import dev.paca.scoring.matter.MatterTallies;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.ranking.Ranking;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.scoring.score.Scorer;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.scoring.tally.Tallies;
import dev.paca.scoring.tally.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folds reports into scores. Reports may come in any order as long as the revisions of one report
 * that state no number come in the order of their publication; of others the offset says which came
 * first.
 */
public final class Fold {
  private final Provinces provinces;
  private final Rubrics rubrics;
  private final Optional<LocalDate> until;
  private final Placer placer;
  private final Map<ReportKey, Revisions> ledger = new HashMap<>();

  public Fold(Provinces provinces, Rubrics rubrics) {
    this(provinces, rubrics, Optional.empty());
  }

  /**
   * @param until only what occurred on or before this day counts. The revision that counts says
   *     when that was: where it is later, no earlier revision comes back
   */
  public Fold(Provinces provinces, Rubrics rubrics, Optional<LocalDate> until) {
    this.provinces = provinces;
    this.rubrics = rubrics;
    this.until = until;
    this.placer = new Placer(provinces, rubrics, until);
  }

  /** The same reports with another rubric of its year in force. */
  public Fold under(Rubric instead) {
    Fold other = new Fold(provinces, rubrics.with(instead), until);
    other.ledger.putAll(ledger);
    return other;
  }

  /** Where this fold counts a report. */
  public Placer placer() {
    return placer;
  }

  /** Takes in one report that passed {@link dev.paca.scoring.report.ReportCheck}. */
  public Revisions.Decision file(Filed filed) {
    ReportKey key = filed.report().key();
    Revisions.Outcome outcome = Revisions.file(Optional.ofNullable(ledger.get(key)), filed);
    ledger.put(key, outcome.now());
    return outcome.decision();
  }

  /** What is kept of every report. */
  public Collection<Revisions> ledger() {
    return Collections.unmodifiableCollection(ledger.values());
  }

  /** What is kept of one report. */
  public Optional<Revisions> report(ReportKey key) {
    return Optional.ofNullable(ledger.get(key));
  }

  /** Every year with a rubric: scores of every province of its set, by code, and the ranking. */
  public Map<Integer, Assessment> assessments() {
    Tallies tallies = new Tallies(placer);
    ledger.values().forEach(tallies::add);
    MatterTallies matters = matters();
    Map<Integer, Assessment> assessments = new TreeMap<>();
    for (Rubric rubric : rubrics.all()) {
      Map<String, Tally> reported = new HashMap<>();
      for (Province province : provinces.on(rubric.provincesAsOf())) {
        Place place = new Place(rubric.year(), province.code());
        // A matter counts by a report that counts at the same place.
        Optional<Tally> whole = tallies.of(place);
        whole.ifPresent(sum -> matters.of(place).ifPresent(sum::addSums));
        whole.ifPresent(sum -> reported.put(province.code(), sum));
      }
      assessments.put(rubric.year(), Assessment.of(rubric, provinces, reported));
    }
    return assessments;
  }

  /**
   * One year's outcome.
   *
   * @param scores by province code, every province of the year's set
   * @param tallies by province code, those with anything counted; to be read only
   */
  public record Assessment(
      Rubric rubric,
      Map<String, ProvinceScore> scores,
      Ranking ranking,
      Map<String, Tally> tallies) {

    /**
     * Every province of the rubric's set, scored and ranked.
     *
     * @param tallies by province code; a province without one has nothing yet
     */
    public static Assessment of(Rubric rubric, Provinces provinces, Map<String, Tally> tallies) {
      Tally nothing = new Tally();
      Map<String, ProvinceScore> scores = new LinkedHashMap<>();
      for (Province province : provinces.on(rubric.provincesAsOf())) {
        Tally tally = tallies.getOrDefault(province.code(), nothing);
        scores.put(province.code(), Scorer.score(rubric, province.code(), tally));
      }
      return new Assessment(rubric, scores, Ranking.of(rubric, provinces, scores), tallies);
    }
  }

  private MatterTallies matters() {
    Map<String, List<Revisions>> byMatter = new HashMap<>();
    for (Revisions report : ledger.values()) {
      report
          .matterIds()
          .forEach(id -> byMatter.computeIfAbsent(id, m -> new ArrayList<>()).add(report));
    }
    MatterTallies tallies = new MatterTallies(placer);
    byMatter.forEach((id, reports) -> tallies.replace(id, List.of(), reports, (p, r) -> {}));
    return tallies;
  }
}
