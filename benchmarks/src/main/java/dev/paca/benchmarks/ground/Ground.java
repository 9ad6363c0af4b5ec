package dev.paca.benchmarks.ground;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.bed.Input;
import dev.paca.benchmarks.checkout.Repository;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Progress;
import dev.paca.producers.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A bed with reports on it. More can be published; what they come to is folded when asked for. */
public final class Ground implements AutoCloseable {
  /** Three assessment years, of which two overlap. */
  private static final LocalDate FROM = LocalDate.of(2021, 12, 16);

  private static final LocalDate TO = LocalDate.of(2024, 12, 15);

  private final Bed bed;
  private final Workload workload;
  private final Iterator<SpecificRecord> rest;
  private Optional<Expected> expected = Optional.empty();
  private Optional<DrainedPaca> paca = Optional.empty();

  private Ground(Bed bed, Workload workload) {
    this.bed = bed;
    this.workload = workload;
    this.rest = workload.iterator();
  }

  /**
   * Lays a bed and publishes reports.
   *
   * @param reports so many at once
   * @param more how many can be had afterwards, of the same workload
   */
  public static Ground lay(Path folder, Console console, int reports, int more) throws IOException {
    Workload workload =
        new Workload(Workload.SEED, reports + more, Repository.find().rubrics(), FROM, TO);
    Ground ground = new Ground(Bed.lay(folder, console), workload);
    try (Progress progress = new Progress(console, "publishing", reports)) {
      console.say("publishing %,d reports".formatted(reports));
      new Input(ground.bed).load(ground.rest, reports, progress::at);
    } catch (RuntimeException e) {
      ground.close();
      throw e;
    }
    return ground;
  }

  public Bed bed() {
    return bed;
  }

  /** What the input comes to, as it is now. */
  public Expected expected() {
    if (expected.isEmpty()) {
      bed.console().say("folding the input");
      expected = Optional.of(Expected.of(bed));
    }
    return expected.get();
  }

  /** Reports that are not published yet; whoever publishes them says so by {@link #changed}. */
  public Iterator<SpecificRecord> rest() {
    return rest;
  }

  /** A report that is on the bed: published again it changes nothing. */
  public SpecificRecord known() {
    return workload.iterator().next();
  }

  /** The input is another one now. */
  public void changed() {
    expected = Optional.empty();
  }

  /** A Paca that runs and has come to what is expected; the same one for all who ask. */
  public DrainedPaca paca() throws IOException {
    if (paca.isEmpty()) {
      Expected all = expected();
      bed.console().say("draining it for the parts that need Paca at work");
      paca = Optional.of(DrainedPaca.of(bed, all));
    }
    return paca.get();
  }

  @Override
  public void close() {
    paca.ifPresent(DrainedPaca::close);
    bed.close();
  }
}
