package dev.paca.cli.verify;

import dev.paca.cli.certificate.Certificate;
import dev.paca.cli.certificate.CertifiedRecount;
import dev.paca.cli.console.CommandFailed;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.Recount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Folds and compares with nothing that is served: for who has an export only, and for what was
 * known or had occurred earlier.
 *
 * @param only the one year to count; empty for all
 */
record Recomputation(Recount.Options options, Optional<Integer> only) {

  Outcome of(CommittedInput input) {
    CertifiedRecount folded = CertifiedRecount.of(input, options);
    Recount recount = folded.recount();
    List<Integer> years = years(recount.assessments().keySet(), only);
    long scores =
        folded.certificate().scores().years().stream()
            .filter(year -> years.contains(year.year()))
            .mapToLong(Certificate.Year::count)
            .sum();
    return new Outcome(
        false,
        scores,
        years,
        recount.reports(),
        recount.turnedAway(),
        List.of(),
        Optional.empty(),
        folded.certificate());
  }

  /** The one year asked for, which must be among these; or all of them, in order. */
  static List<Integer> years(Set<Integer> known, Optional<Integer> only) {
    if (only.isPresent() && !known.contains(only.get())) {
      throw new CommandFailed(
          "there is no assessment year " + only.get() + "; there are " + new TreeSet<>(known));
    }
    return only.map(List::of).orElseGet(() -> List.copyOf(new TreeSet<>(known)));
  }
}
