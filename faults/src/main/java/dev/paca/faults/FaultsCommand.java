package dev.paca.faults;

import dev.paca.cli.console.Console;
import dev.paca.faults.fault.Fault;
import dev.paca.faults.fault.Faults;
import dev.paca.faults.installation.Installation;
import dev.paca.faults.installation.Plan;
import dev.paca.faults.installation.StateFolder;
import dev.paca.faults.suite.Eyes;
import dev.paca.faults.suite.Results;
import dev.paca.faults.suite.Round;
import dev.paca.faults.suite.Suite;
import dev.paca.faults.workload.IndexRubrics;
import dev.paca.faults.workload.Landmarks;
import dev.paca.faults.workload.Traffic;
import dev.paca.producers.workload.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code paca faults}: break everything there is, and prove that the scores are still right. */
@Command(
    name = "faults",
    description = {
      "Run several instances over three brokers, break them in every way while reports arrive, and"
          + " compare what they serve with the plain fold of the committed input.",
      "Exit 1 on any difference."
    })
public final class FaultsCommand implements Callable<Integer> {
  private static final int REPORTS = 200_000;
  private static final int QUICK_REPORTS = 10_000;
  private static final int INSTANCES = 3;

  /** A fault that takes long is not left without reports. */
  private static final int MORE_THAN_ENOUGH = 3;

  /** Three assessment years, of which two overlap. */
  private static final LocalDate FROM = LocalDate.of(2021, 12, 16);

  private static final LocalDate TO = LocalDate.of(2024, 12, 15);
  private static final List<String> PROTOCOLS = List.of(Plan.CLASSIC, Plan.STREAMS);

  private final Console console;
  private final long began = System.nanoTime();

  @Spec private CommandSpec spec;

  @Option(
      names = "--reports",
      paramLabel = "N",
      description = "How many are published, at least (default: 200000; with --quick 10000).")
  private Integer reports;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "250",
      description = "Reports a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides the reports, whom faults hit and when; else a new one, which is said.")
  private Long seed;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      defaultValue = Plan.CLASSIC,
      description = "How instances agree on who does what: classic or streams (default: classic).")
  private String protocol;

  @Option(
      names = "--only",
      paramLabel = "FAULT",
      split = ",",
      description = "Only these faults, with commas between; else all.")
  private List<String> only = List.of();

  @Option(names = "--quick", description = "Few reports, one broker and the commonest faults.")
  private boolean quick;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep data and logs in this new folder; else they are deleted if all is well.")
  private Path data;

  @Option(names = "--json", description = "Print the results as JSON.")
  private boolean json;

  public FaultsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    List<Fault> faults = faults();
    long dice = seed == null ? System.nanoTime() : seed;
    int size = reports == null ? (quick ? QUICK_REPORTS : REPORTS) : reports;
    Path folder = data == null ? Files.createTempDirectory("paca-faults") : data;
    console.say("seed " + dice + ", " + size + " reports, in " + folder);
    Results results = run(faults, new Plan(folder, quick ? 1 : 3, INSTANCES, protocol), dice, size);
    if (json) {
      results.printJson(console);
    } else {
      results.print(console);
    }
    if (results.clean() && data == null) {
      new StateFolder(folder).delete();
      return 0;
    }
    return results.clean() ? 0 : 1;
  }

  private List<Fault> faults() {
    if (!PROTOCOLS.contains(protocol)) {
      throw wrong("--protocol must be one of " + PROTOCOLS + ", not " + protocol);
    }
    List<Fault> all = quick && only.isEmpty() ? Faults.few() : Faults.all();
    List<String> known = all.stream().map(Fault::name).toList();
    for (String name : only) {
      if (!known.contains(name)) {
        throw wrong("there is no fault " + name + "; there are " + known);
      }
    }
    return all.stream().filter(each -> only.isEmpty() || only.contains(each.name())).toList();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Results run(List<Fault> faults, Plan plan, long dice, int size) throws Exception {
    Workload workload =
        new Workload(dice, MORE_THAN_ENOUGH * size, IndexRubrics.in(console.home()), FROM, TO);
    Results results = new Results(dice, protocol, new ArrayList<>(), new ArrayList<>());
    try (Installation installation = Installation.start(plan, console);
        Traffic traffic = new Traffic(installation.settings(), workload, rate);
        Eyes eyes = watching(installation)) {
      Consumer<String> progress = line -> say(line, traffic, results);
      Suite.of(installation, traffic, eyes, console, dice, size, progress)
          .run(faults, results.rounds()::add);
      progress.accept("reading the outputs to their end");
      results.atTheEnd().addAll(eyes.conclude());
    }
    return results;
  }

  private static Eyes watching(Installation installation) {
    Landmarks.publish(installation.settings());
    return Eyes.on(installation);
  }

  private long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
  }

  private void say(String line, Traffic traffic, Results results) {
    long differences = results.rounds().stream().mapToLong(Round::differences).sum();
    console.say(
        "%5d s, %,d reports, %,d differences: %s"
            .formatted(seconds(), traffic.published(), differences, line));
  }
}
