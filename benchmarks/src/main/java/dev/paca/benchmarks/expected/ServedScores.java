package dev.paca.benchmarks.expected;

import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.query.Counted;
import dev.paca.cli.query.QueryClient;
import dev.paca.cli.verify.Comparison;
import dev.paca.cli.verify.Served;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The scores and ranks that Paca serves, all of them. */
public final class ServedScores {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private ServedScores() {}

  /** Returns when what is served covers the whole input. */
  public static void awaitCounted(URI address, Expected expected, Duration patience) {
    int year = expected.assessments().keySet().iterator().next();
    new Counted(client(address), patience).await(year, expected.covered());
  }

  /** Every score and rank that is served otherwise than expected, in words. */
  public static List<String> differences(
      Console console, URI address, Expected expected, Duration patience) {
    Comparison comparison = new Comparison();
    try {
      awaitCounted(address, expected, patience);
      Served served = new Served(console, client(address));
      expected
          .assessments()
          .forEach(
              (year, assessment) ->
                  served.compare(
                      year,
                      assessment,
                      Optional.ofNullable(expected.assessments().get(year - 1)),
                      comparison));
    } catch (CommandFailed e) {
      return List.of(e.getMessage());
    }
    return comparison.differences().stream()
        .map(
            each ->
                "%d/%s %s should be %s and is %s"
                    .formatted(
                        each.year(),
                        each.province(),
                        each.what(),
                        each.recomputed(),
                        each.served()))
        .toList();
  }

  private static QueryClient client(URI address) {
    return new QueryClient(address, Optional.empty(), ANSWER_WITHIN);
  }
}
