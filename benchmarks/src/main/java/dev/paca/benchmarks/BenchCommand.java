package dev.paca.benchmarks;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.benchmarks.contender.Contender;
import dev.paca.benchmarks.contender.Contenders;
import dev.paca.benchmarks.result.Results;
import dev.paca.benchmarks.suite.Part;
import dev.paca.benchmarks.suite.Parts;
import dev.paca.benchmarks.suite.Sizes;
import dev.paca.benchmarks.suite.Stage;
import dev.paca.benchmarks.suite.Suite;
import dev.paca.cli.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code paca bench}: measure everything, once the results are right. */
@Command(
    name = "bench",
    description = {
      "Measure how fast Paca is, beside others too, on this machine. What each comes to is compared"
          + " with the plain fold before any figure is given; exit 1 where it differs.",
      "A run of everything is written to benchmarks/results/."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int FEWEST = 1_000;

  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = "--quick",
      description = "Small sizes and few contenders: to see that all works, not for the figures.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description =
          "Only these parts, with commas between: drain, instances, query, rescore, latency,"
              + " restore, growth, core. Nothing is written then but to --results.")
  private List<String> only = List.of();

  @Option(
      names = "--contender",
      paramLabel = "NAME",
      split = ",",
      description = "Only these drain, such as paca,loop-logged.")
  private List<String> contenders = List.of();

  @Option(
      names = "--reports",
      paramLabel = "N",
      description = "How many for all parts but growth (default: 2000000; with --quick 30000).")
  private Integer reports;

  @Option(
      names = "--growth-reports",
      paramLabel = "N",
      description = "How many for growth (default: 8000000; with --quick 60000).")
  private Integer growthReports;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "An empty folder for all that is written meanwhile; else one in java.io.tmpdir.")
  private Path data;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Where figures are written; else, of a run of everything, benchmarks/results/.")
  private Path results;

  public BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    List<String> names = Contenders.all().stream().map(Contender::name).toList();
    refuseOthers("--only", only, Parts.names());
    refuseOthers("--contender", contenders, names);
    Path folder = data == null ? Files.createTempDirectory("paca-bench") : data;
    measure(folder);
    // After a failure it stays: the logs are in it.
    if (data == null) {
      delete(folder);
    }
    return 0;
  }

  private void measure(Path folder) throws Exception {
    List<Part> parts =
        Parts.all().stream().filter(p -> only.isEmpty() || only.contains(p.name())).toList();
    Suite suite = new Suite(quick ? "bench-quick" : "bench", parts, console.clock());
    Results measured;
    try (Stage stage = new Stage(console, folder, sizes(), draining())) {
      measured = suite.run(stage);
    }
    write(measured);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void write(Results measured) throws Exception {
    boolean all = only.isEmpty() && contenders.isEmpty();
    if (results == null && !all) {
      return;
    }
    Path folder = results == null ? Repository.find().results() : results;
    measured.writeTo(folder);
    console.say("written to " + folder.resolve(measured.suite()) + ".md and .json");
  }

  private List<String> draining() {
    return quick && contenders.isEmpty() ? Contenders.QUICK : contenders;
  }

  private Sizes sizes() {
    Sizes sizes = quick ? Sizes.QUICK : Sizes.FULL;
    if (reports != null) {
      sizes = sizes.withReports(atLeast("--reports", reports));
    }
    if (growthReports != null) {
      sizes = sizes.withGrowthReports(atLeast("--growth-reports", growthReports));
    }
    return sizes;
  }

  private int atLeast(String option, int count) {
    if (count < FEWEST) {
      throw new ParameterException(
          spec.commandLine(), "%s must be at least %d, not %d".formatted(option, FEWEST, count));
    }
    return count;
  }

  private void refuseOthers(String option, List<String> given, List<String> known) {
    for (String name : given) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "%s: there is no %s; there are %s".formatted(option, name, String.join(", ", known)));
      }
    }
  }
}
