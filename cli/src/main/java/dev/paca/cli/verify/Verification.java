package dev.paca.cli.verify;

import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.query.Counted;
import dev.paca.scoring.fold.Fold;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.Recount;
import dev.paca.topics.Topics;
import java.util.List;
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

  /**
   * @param note what a reader of differences must know: that input went on meanwhile
   */
  record Outcome(
      long scores,
      List<Integer> years,
      long reports,
      long turnedAway,
      List<Difference> differences,
      Optional<String> note) {}

  /** Folds and compares again, a few times, where differences may come from newer input. */
  Outcome of(CommittedInput input) {
    Outcome outcome = once(input);
    for (int i = 1; i < TRIES && outcome.note().isPresent() && input.grows(); i++) {
      outcome = once(input);
    }
    return outcome;
  }

  private Outcome once(CommittedInput input) {
    Recount recount = Recount.of(input, Recount.Options.NOW);
    Set<Integer> servedYears = Set.copyOf(counted.years());
    List<Integer> years = years(recount, servedYears);
    Comparison comparison = new Comparison();
    for (int year : years) {
      Fold.Assessment assessment = recount.assessments().get(year);
      if (assessment == null) {
        comparison.unexpected(year);
      } else if (!servedYears.contains(year)) {
        comparison.missing(year);
      } else {
        counted.await(year, recount.covered());
        served.compare(year, assessment, comparison);
      }
    }
    return new Outcome(
        comparison.scores(),
        years,
        recount.reports(),
        recount.turnedAway(),
        comparison.differences(),
        note(recount, years, servedYears, comparison));
  }

  private List<Integer> years(Recount recount, Set<Integer> servedYears) {
    Set<Integer> all = new TreeSet<>(recount.assessments().keySet());
    all.addAll(servedYears);
    if (only.isPresent() && !all.contains(only.get())) {
      throw new CommandFailed("there is no assessment year " + only.get() + "; there are " + all);
    }
    return only.map(List::of).orElseGet(() -> List.copyOf(all));
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
