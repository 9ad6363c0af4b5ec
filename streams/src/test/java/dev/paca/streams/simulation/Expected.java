package dev.paca.streams.simulation;

import dev.paca.problems.ProblemCode;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.freshness.Freshness;
import dev.paca.scoring.freshness.Reporter;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the pure fold makes of the committed input.
 *
 * @param freshness who reports
 * @param rejected TOPIC/PARTITION/OFFSET of every record to turn away
 * @param covered TOPIC-PARTITION → next offset
 */
record Expected(
    Map<Integer, Fold.Assessment> assessments,
    Map<Integer, RubricVersion> rubrics,
    Map<Reporter, Freshness> freshness,
    Map<String, ProblemCode> rejected,
    Map<String, Long> covered) {

  /** Of all that was committed, by the last version of each year. */
  static Expected of(Publisher publisher, RandomRubrics rubrics) {
    return of(publisher, rubrics, publisher.published());
  }

  /**
   * As {@link #of(Publisher, RandomRubrics)}.
   *
   * @param versions of one year the last is in force
   */
  static Expected of(
      Publisher publisher, RandomRubrics rubrics, Collection<RubricVersion> versions) {
    Map<Integer, RubricVersion> inForce = new TreeMap<>();
    versions.forEach(version -> inForce.put(version.getYear(), version));
    Fold fold = new Fold(World.PROVINCES, rubrics.read(inForce.values()));
    Map<String, ProblemCode> rejected = new TreeMap<>();
    Map<String, Long> covered = new TreeMap<>();
    for (Publisher.Sent sent : publisher.sent()) {
      long offset = sent.stored().offset();
      String at = sent.to().topic() + "/" + sent.to().partition() + "/" + offset;
      covered.put(sent.to().toString(), offset + 1);
      sent.refused().ifPresent(why -> rejected.put(at, why));
      sent.report()
          .map(Report::of)
          .map(report -> fold.file(filed(report, sent)))
          .filter(Revisions.Decision.CONFLICT::equals)
          .ifPresent(conflict -> rejected.put(at, ProblemCode.REVISION_CONFLICT));
    }
    return new Expected(fold.assessments(), inForce, freshness(fold.ledger()), rejected, covered);
  }

  /** Written down as plainly as it is meant, unlike what is kept of it. */
  private static Map<Reporter, Freshness> freshness(Collection<Revisions> ledger) {
    Map<Reporter, Freshness> freshness = new HashMap<>();
    for (Revisions revisions : ledger) {
      Filed latest = revisions.latest();
      Report report = latest.report();
      if (!report.retracted()) {
        Province province =
            World.PROVINCES.resolve(report.province(), report.occurredOn()).orElseThrow();
        freshness.merge(
            new Reporter(province, report.agencyKind(), report.key().agency()),
            new Freshness(report.occurredOn(), latest.receivedAt(), Map.of(report.type(), 1L)),
            Freshness::and);
      }
    }
    return freshness;
  }

  private static Filed filed(Report report, Publisher.Sent sent) {
    return Filed.of(
        report, sent.stored().timestamp(), sent.to().partition(), sent.stored().offset());
  }
}
