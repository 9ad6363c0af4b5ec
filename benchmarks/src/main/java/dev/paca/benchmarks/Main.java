package dev.paca.benchmarks;

import dev.paca.cli.Paca;
import dev.paca.cli.console.Console;
import java.util.List;

/** The {@code paca} command with one word more. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Console console = Console.ofProcess();
    int exitCode = Paca.commandLine(console, List.of(BenchCommand.class)).execute(args);
    console.out().flush();
    console.err().flush();
    System.exit(exitCode);
  }
}
