package dev.paca.streams.recount;

import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Rubrics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files reports into a fold, all or those that occurred up to a day. Which those are is known only
 * when all are filed, for the latest revision says when its report occurred: so there are two
 * folds.
 */
final class Filing {
  private final Provinces provinces;
  private final Rubrics rubrics;
  private final Optional<LocalDate> until;
  private final Fold all;
  private final List<Filed> accepted = new ArrayList<>();
  private long reports;

  Filing(Provinces provinces, Rubrics rubrics, Optional<LocalDate> until) {
    this.provinces = provinces;
    this.rubrics = rubrics;
    this.until = until;
    this.all = new Fold(provinces, rubrics);
  }

  void file(Filed filed) {
    reports++;
    // What conflicts with a known revision must not come in because that one is left out.
    if (all.file(filed) != Revisions.Decision.CONFLICT && until.isPresent()) {
      accepted.add(filed);
    }
  }

  /** The fold of what counts; to be asked once, when all is filed. */
  Fold fold() {
    if (until.isEmpty()) {
      return all;
    }
    Map<ReportKey, Filed> latest = new HashMap<>();
    all.ledger().forEach(f -> latest.merge(f.report().key(), f, Filing::later));
    Fold counted = new Fold(provinces, rubrics);
    reports = 0;
    for (Filed filed : accepted) {
      if (occurred(filed) && occurred(latest.get(filed.report().key()))) {
        counted.file(filed);
        reports++;
      }
    }
    return counted;
  }

  /** How many were filed into {@link #fold()}. */
  long reports() {
    return reports;
  }

  private boolean occurred(Filed filed) {
    return !filed.report().occurredOn().isAfter(until.orElseThrow());
  }

  // A ledger may keep a report's earlier revisions too.
  private static Filed later(Filed one, Filed other) {
    return other.revision() > one.revision() ? other : one;
  }
}
