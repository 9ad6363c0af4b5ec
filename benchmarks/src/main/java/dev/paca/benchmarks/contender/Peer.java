package dev.paca.benchmarks.contender;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.benchmarks.expected.PeerOutput;
import dev.paca.benchmarks.peer.PeerRun;
import dev.paca.local.ChildCommand;
import dev.paca.local.LocalProcess;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A peer.
 *
 * @param main its class, which is on that class path only
 * @param variant which of its ways, in its own words
 * @param folds whether it gives out sums that can be compared
 * @param heap of its JVM, such as {@code 1g}
 */
record Peer(
    String name,
    String title,
    Supplier<String> classPath,
    String main,
    String variant,
    boolean folds,
    String heap)
    implements Contender {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public ChildCommand command(Bed bed) {
    PeerRun run =
        new PeerRun(
            bed.bootstrap(),
            bed.registryUrl(),
            name,
            variant,
            bed.folder().resolve("state-" + name).toString());
    return new ChildCommand(
        name,
        bed.folder(),
        Jvm.options(heap),
        classPath.get(),
        main,
        run.arguments(),
        PeerRun.READY);
  }

  @Override
  public List<String> differences(Bed bed, LocalProcess process, Expected expected) {
    return folds
        ? PeerOutput.differences(bed, name + "-output", expected.sums(), PATIENCE)
        : List.of();
  }
}
