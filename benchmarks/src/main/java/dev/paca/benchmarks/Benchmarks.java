package dev.paca.benchmarks;

import dev.paca.benchmarks.core.CoreBenchmarks;
import dev.paca.benchmarks.result.Figure;
import dev.paca.benchmarks.result.Machine;
import dev.paca.benchmarks.result.Results;
import dev.paca.benchmarks.workload.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The command: {@code core} measures the pure core. Exit code 0 when all was measured, 1 when a
 * result differs or something fails, 2 for wrong usage.
 */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    if (args.length != 1 || !args[0].equals("core")) {
      System.err.println("usage: java -jar paca-benchmarks.jar core");
      return 2;
    }
    try {
      core();
      return 0;
    } catch (RunnerException failed) {
      System.err.println("benchmarks: a benchmark failed, see above; no figure was written");
    } catch (IOException failed) {
      System.err.println("benchmarks: the results cannot be written: " + failed.getMessage());
    } catch (IllegalStateException failed) {
      System.err.println("benchmarks: " + failed.getMessage());
    }
    return 1;
  }

  private static void core() throws RunnerException, IOException {
    Repository repository = Repository.find();
    Machine machine = Machine.now();
    Instant began = Instant.now();
    List<Figure> figures =
        CoreBenchmarks.run(
            CoreBenchmarks.options()
                .jvmArgsAppend("-D" + Repository.HOME + "=" + repository.root()));
    Duration took = Duration.between(began, Instant.now());
    Results results = new Results("core", began, took, machine, figures);
    Path folder = repository.results();
    results.writeTo(folder);
    System.out.println();
    System.out.print(results.table());
    System.out.println("Written to " + folder.resolve("core.md") + " and core.json.");
  }
}
