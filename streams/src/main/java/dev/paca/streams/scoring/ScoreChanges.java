package dev.paca.streams.scoring;

import dev.paca.internal.CauseGroup;
import dev.paca.scores.Basis;
import dev.paca.scores.CriterionPoints;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.ScoreChange;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.partials.Causes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What changed from one score of a province to the next, criterion by criterion and in total. */
final class ScoreChanges {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private final Rubric rubric;
  private final Optional<ProvinceScore> before;
  private final ProvinceScore after;
  private final List<CauseGroup> causes;
  private final Instant at;
  private final Map<String, CriterionPoints> old = new HashMap<>();

  ScoreChanges(
      Rubric rubric,
      Optional<ProvinceScore> before,
      ProvinceScore after,
      List<CauseGroup> causes,
      Instant at) {
    this.rubric = rubric;
    this.before = before;
    this.after = after;
    this.causes = causes;
    this.at = at;
    before.ifPresent(score -> score.getCriteria().forEach(c -> old.put(c.getCriterion(), c)));
  }

  /**
   * Criteria whose points, basis or maximum are not what they were; under another version of the
   * rubric all, for each score names the version that made it.
   */
  List<CriterionPoints> changedCriteria() {
    return after.getCriteria().stream()
        .filter(now -> byRubric() || isNew(now, old.get(now.getCriterion())))
        .toList();
  }

  private static boolean isNew(CriterionPoints now, CriterionPoints was) {
    return was == null || !AvroScores.saySame(now, was);
  }

  /** All that a province had, which the rubric does not rank any more. */
  static ScoreChanges retiring(Rubric rubric, ProvinceScore before, Instant at) {
    ProvinceScore nothing =
        ProvinceScore.newBuilder(before)
            .setTotal(NOTHING)
            .setBasis(Basis.NONE)
            .setRubricVersion(rubric.version())
            .setCriteria(List.of())
            .setWeak(List.of())
            .build();
    return new ScoreChanges(rubric, Optional.of(before), nothing, List.of(), at);
  }

  /** Criteria that are scored no more. */
  List<CriterionPoints> removedCriteria() {
    Set<String> still = new HashSet<>();
    after.getCriteria().forEach(now -> still.add(now.getCriterion()));
    return before.map(ProvinceScore::getCriteria).orElse(List.of()).stream()
        .filter(was -> !still.contains(was.getCriterion()))
        .toList();
  }

  private boolean byRubric() {
    return before.filter(b -> b.getRubricVersion() != after.getRubricVersion()).isPresent();
  }

  /** One record for each criterion whose points changed, and {@code TOTAL} for the total. */
  List<ScoreChange> changes() {
    List<ScoreChange> changes = new ArrayList<>();
    for (CriterionPoints now : after.getCriteria()) {
      CriterionPoints was = old.get(now.getCriterion());
      if (was == now) {
        continue;
      }
      BigDecimal oldPoints = was == null ? NOTHING : was.getPoints();
      if (oldPoints.compareTo(now.getPoints()) != 0) {
        Basis oldBasis = was == null ? Basis.NONE : was.getBasis();
        Set<String> groups = groups(rubric.find(now.getCriterion()).orElseThrow());
        changes.add(
            change(
                now.getCriterion(), oldPoints, now.getPoints(), oldBasis, now.getBasis(), groups));
      }
    }
    for (CriterionPoints removed : removedCriteria()) {
      if (removed.getPoints().signum() != 0) {
        changes.add(
            change(
                removed.getCriterion(),
                removed.getPoints(),
                NOTHING,
                removed.getBasis(),
                Basis.NONE,
                Set.of()));
      }
    }
    BigDecimal oldTotal = before.map(ProvinceScore::getTotal).orElse(NOTHING);
    if (oldTotal.compareTo(after.getTotal()) != 0) {
      Set<String> all = new HashSet<>();
      causes.forEach(group -> all.add(group.getGroup()));
      Basis oldBasis = before.map(ProvinceScore::getBasis).orElse(Basis.NONE);
      changes.add(
          change(Rubric.TOTAL, oldTotal, after.getTotal(), oldBasis, after.getBasis(), all));
    }
    return changes;
  }

  /** The groups of reports that can touch a criterion: by its formula's measures and appraisals. */
  private static Set<String> groups(Criterion criterion) {
    Set<String> groups = new HashSet<>();
    criterion.children().forEach(child -> groups.addAll(groups(child)));
    if (criterion.leaf()) {
      groups.add(Causes.appraisals(criterion.code()));
    }
    criterion
        .formula()
        .ifPresent(formula -> formula.measures().forEach(measure -> addGroups(measure, groups)));
    return groups;
  }

  private static void addGroups(String measure, Set<String> groups) {
    String type = measure.substring(0, measure.indexOf('.'));
    if (type.equals("matters")) {
      groups.add(ReportType.AUDITS.word());
      groups.add(ReportType.DENUNCIATIONS.word());
      groups.add(ReportType.PROSECUTIONS.word());
    } else {
      groups.add(type);
    }
  }

  private ScoreChange change(
      String criterion,
      BigDecimal oldPoints,
      BigDecimal newPoints,
      Basis oldBasis,
      Basis newBasis,
      Set<String> groups) {
    List<CauseGroup> behind =
        causes.stream().filter(group -> groups.contains(group.getGroup())).toList();
    if (behind.isEmpty() && !byRubric()) {
      // The first figures of a province, of whatever type, let every formula compute. What another
      // rubric changed no report did.
      behind = causes;
    }
    List<String> reports =
        behind.stream().flatMap(group -> group.getReports().stream()).limit(Causes.NAMED).toList();
    int count = behind.stream().mapToInt(CauseGroup::getCount).sum();
    return new ScoreChange(
        after.getYear(),
        after.getProvince(),
        criterion,
        oldPoints,
        newPoints,
        oldBasis,
        newBasis,
        after.getRubricVersion(),
        at,
        reports,
        count,
        // With no report behind it, it was a rubric all the same: one that counts what had waited,
        // or another year's, where a matter counts from then on.
        byRubric() || count == 0);
  }
}
