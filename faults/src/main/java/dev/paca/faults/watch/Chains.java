package dev.paca.faults.watch;

import dev.paca.rejections.Rejected;
import dev.paca.scores.ScoreChange;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What can be seen on one topic alone: every score change begins where the one before it ended, and
 * a position is rejected once.
 */
final class Chains {
  private final Violations violations;
  private final Map<String, BigDecimal> points = new HashMap<>();
  private final Set<String> rejected = new HashSet<>();

  Chains(Violations violations) {
    this.violations = violations;
  }

  void change(RecordAt at, String key, ScoreChange change) {
    String criterion = key + "/" + change.getCriterion();
    violations.unless(
        key.equals(change.getYear() + "/" + change.getProvince()),
        at,
        key + " has the change of " + change.getYear() + "/" + change.getProvince());
    BigDecimal before = points.getOrDefault(criterion, BigDecimal.ZERO);
    violations.unless(
        change.getOldPoints().compareTo(before) == 0,
        at,
        "%s changes from %s, and was %s".formatted(criterion, change.getOldPoints(), before));
    violations.unless(
        change.getOldPoints().compareTo(change.getNewPoints()) != 0,
        at,
        criterion + " changes to what it was");
    points.put(criterion, change.getNewPoints());
  }

  void rejected(RecordAt at, String key, Rejected record) {
    String position = record.getTopic() + "/" + record.getPartition() + "/" + record.getOffset();
    violations.unless(key.equals(position), at, key + " has the record of " + position);
    violations.unless(rejected.add(position), at, position + " is rejected a second time");
  }
}
