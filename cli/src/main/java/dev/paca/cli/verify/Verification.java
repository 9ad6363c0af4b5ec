package dev.paca.cli.verify;

import dev.paca.cli.certificate.CertifiedRecount;
import dev.paca.cli.query.Counted;
import dev.paca.scoring.fold.Fold;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.Recount;
import dev.paca.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One verification: fold, wait until the service has counted as much, compare.
 *
 * @param only the one year to compare; empty for all
 */
record Verification(Served served, Counted counted, Optional<Integer> only) {
  private static final int TRIES = 3;

  /** Folds and compares again, a few times, where differences may come from newer input. */
  Outcome of(CommittedInput input) {
    Outcome outcome = once(input);
    for (int i = 1; i < TRIES && outcome.note().isPresent() && input.grows(); i++) {
      outcome = once(input);
    }
    return outcome;
  }

  private Outcome once(CommittedInput input) {
    CertifiedRecount folded = CertifiedRecount.of(input, Recount.Options.NOW);
    Recount recount = folded.recount();
    Set<Integer> servedYears = Set.copyOf(counted.years());
    Set<Integer> known = new TreeSet<>(recount.assessments().keySet());
    known.addAll(servedYears);
    List<Integer> years = Recomputation.years(known, only);
    Comparison comparison = new Comparison();
    years.forEach(year -> compare(year, recount, servedYears, comparison));
    return new Outcome(
        true,
        comparison.scores(),
        years,
        recount.reports(),
        recount.turnedAway(),
        comparison.differences(),
        note(recount, years, servedYears, comparison),
        folded.certificate());
  }

  private void compare(int year, Recount recount, Set<Integer> servedYears, Comparison comparison) {
    Map<Integer, Fold.Assessment> assessments = recount.assessments();
    if (!assessments.containsKey(year)) {
      comparison.unexpected(year);
    } else if (!servedYears.contains(year)) {
      comparison.missing(year);
    } else {
      counted.await(year, recount.covered());
      Optional<Fold.Assessment> yearBefore = Optional.ofNullable(assessments.get(year - 1));
      served.compare(year, assessments.get(year), yearBefore, comparison);
    }
  }

  private Optional<String> note(
      Recount recount, List<Integer> years, Set<Integer> servedYears, Comparison comparison) {
    Optional<Integer> year = years.stream().filter(servedYears::contains).findFirst();
    if (comparison.differences().isEmpty() || year.isEmpty()) {
      return Optional.empty();
    }
    boolean newer =
        counted.offsets(year.get()).entrySet().stream()
            .filter(covered -> isReports(covered.getKey()))
            .anyMatch(c -> c.getValue() > recount.covered().getOrDefault(c.getKey(), 0L));
    return newer
        ? Optional.of("the service has counted newer input than was folded; that may be why")
        : Optional.empty();
  }

  private static boolean isReports(String topicPartition) {
    return Topics.reports().stream().anyMatch(topic -> topicPartition.startsWith(topic + "-"));
  }
}
