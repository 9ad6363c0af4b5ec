package dev.paca.faults.proof;

import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import dev.paca.cli.query.Counted;
import dev.paca.cli.query.QueryClient;
import dev.paca.cli.verify.Comparison;
import dev.paca.cli.verify.Served;
import dev.paca.faults.installation.Instance;
import dev.paca.settings.Settings;
import dev.paca.streams.recount.InputFromTopics;
import dev.paca.streams.recount.ReadingProgress;
import dev.paca.streams.recount.Recount;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Folds the committed input and compares, once nothing more is published.
 *
 * @param settings name brokers and registry
 * @param progress hears what is being done
 */
public record Proof(Settings settings, Console console, Consumer<String> progress) {
  private static final Duration COUNTED_WITHIN = Duration.ofMinutes(3);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int NAMED = 20;

  /**
   * What came of it.
   *
   * @param reports that were folded
   * @param scores compared, over all instances
   * @param differences how many
   * @param named the first of them, in words
   */
  public record Finding(long reports, long scores, long differences, List<String> named) {}

  /**
   * @param mustBeRejected TOPIC/PARTITION/OFFSET → code of every record that must be turned away
   */
  public Finding of(List<Instance> instances, Map<String, String> mustBeRejected) {
    progress.accept("folding the committed input");
    Recount recount =
        Recount.of(new InputFromTopics(settings, ReadingProgress.NONE), Recount.Options.NOW);
    List<String> differences = new ArrayList<>();
    long scores = 0;
    for (Instance instance : instances) {
      progress.accept("comparing with what " + instance.name() + " serves");
      scores += served(instance, recount, differences);
    }
    progress.accept("comparing score changes and rejections");
    differences.addAll(ScoreChain.read(settings).differences(recount.assessments()));
    differences.addAll(RejectedOnce.read(settings).differences(mustBeRejected));
    return new Finding(
        recount.reports(), scores, differences.size(), differences.stream().limit(NAMED).toList());
  }

  private long served(Instance instance, Recount recount, List<String> differences) {
    Optional<URI> address = instance.serving();
    if (address.isEmpty()) {
      differences.add(instance.name() + " cannot be asked");
      return 0;
    }
    QueryClient client = new QueryClient(address.get(), Optional.empty(), ANSWER_WITHIN);
    Comparison comparison = new Comparison();
    try {
      Counted counted = new Counted(client, COUNTED_WITHIN);
      recount
          .assessments()
          .forEach(
              (year, assessment) -> {
                counted.await(year, recount.covered());
                new Served(console, client)
                    .compare(
                        year,
                        assessment,
                        Optional.ofNullable(recount.assessments().get(year - 1)),
                        comparison);
              });
    } catch (CommandFailed e) {
      differences.add(instance.name() + ": " + e.getMessage());
    }
    comparison
        .differences()
        .forEach(
            each ->
                differences.add(
                    "%s serves %d/%s %s as %s, the fold has %s"
                        .formatted(
                            instance.name(),
                            each.year(),
                            each.province(),
                            each.what(),
                            each.served(),
                            each.recomputed())));
    return comparison.scores();
  }
}
