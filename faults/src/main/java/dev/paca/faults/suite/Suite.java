package dev.paca.faults.suite;

import dev.paca.cli.console.Console;
import dev.paca.faults.fault.Fault;
import dev.paca.faults.fault.Scene;
import dev.paca.faults.installation.Installation;
import dev.paca.faults.installation.Instance;
import dev.paca.faults.proof.Proof;
import dev.paca.faults.workload.Traffic;
import dev.paca.local.LocalFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Faults in turn while reports arrive, a proof after each.
 *
 * @param reports to be published over all rounds, at least
 * @param progress hears a line whenever something happened
 */
public record Suite(
    Installation installation,
    Traffic traffic,
    Proof proof,
    Eyes eyes,
    long seed,
    long reports,
    Consumer<String> progress) {
  private static final int NAMED = 20;
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(4);

  public static Suite of(
      Installation installation,
      Traffic traffic,
      Eyes eyes,
      Console console,
      long seed,
      long reports,
      Consumer<String> progress) {
    Proof proof = new Proof(installation.settings(), console, progress);
    return new Suite(installation, traffic, proof, eyes, seed, reports, progress);
  }

  /**
   * One round for each fault.
   *
   * @param done hears of each as soon as it is over, so that a run that ends early tells of them
   */
  public void run(List<Fault> faults, Consumer<Round> done) throws InterruptedException {
    for (int i = 0; i < faults.size(); i++) {
      // Its own dice, so that one fault alone strikes as it does among all.
      Fault fault = faults.get(i);
      Scene scene = new Scene(installation, new SplittableRandom(seed ^ fault.name().hashCode()));
      Round round = round(fault, scene, reports * (i + 1) / faults.size());
      done.accept(round);
      if (!round.clean()) {
        progress.accept(fault.name() + " was not survived, so no other fault is tried");
        return;
      }
    }
  }

  private Round round(Fault fault, Scene scene, long publishedAtTheEnd)
      throws InterruptedException {
    progress.accept(fault.name() + ": " + fault.what());
    eyes.mark();
    traffic.resume();
    List<String> broken = new ArrayList<>();
    int times = 0;
    while (times < fault.times() && broken.isEmpty()) {
      scene.hold(SHORTEST, LONGEST);
      progress.accept(fault.name() + ", " + (times + 1) + " of " + fault.times());
      times++;
      try {
        fault.strike(scene);
      } catch (LocalFailure didNotComeBack) {
        broken.add(didNotComeBack.getMessage());
      }
      broken.addAll(broken());
    }
    if (broken.isEmpty()) {
      traffic.awaitPublished(publishedAtTheEnd);
    }
    traffic.pause();
    broken.addAll(broken());
    Proof.Finding finding = proof.of(installation.instances(), traffic.mustBeRejected());
    List<String> torn = eyes.torn();
    List<String> named = new ArrayList<>(broken);
    named.addAll(finding.named());
    torn.stream().limit(NAMED).forEach(named::add);
    return new Round(
        fault.name(),
        times,
        finding.reports(),
        finding.scores(),
        finding.differences() + broken.size(),
        torn.size(),
        eyes.longestGapOfScores().toMillis(),
        eyes.longestGapOfStores().toMillis(),
        named);
  }

  /** What no fault excuses. */
  private List<String> broken() {
    List<String> broken = new ArrayList<>(traffic.failures());
    installation.instances().stream()
        .filter(Instance::endedByItself)
        .forEach(each -> broken.add(each.name() + " ended by itself; see " + each.logFile()));
    return broken;
  }
}
