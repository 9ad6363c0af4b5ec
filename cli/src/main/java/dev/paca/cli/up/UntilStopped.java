package dev.paca.cli.up;

import dev.paca.cli.console.Console;

/** Runs parts until Ctrl-C, SIGTERM or a failure, and stops them whichever it is. */
final class UntilStopped {
  private UntilStopped() {}

  /** Starts what runs; each part is added as soon as it runs. */
  interface Start {
    void start(Parts parts) throws Exception;
  }

  /** Returns only when starting failed, by its exception; a signal ends the process with 0. */
  static void run(Console console, Start start) throws Exception {
    Parts parts = new Parts(console);
    Thread onSignal = new Thread(() -> stop(console, parts), "stop");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      start.start(parts);
    } catch (Exception e) {
      if (!parts.isClosing()) {
        Runtime.getRuntime().removeShutdownHook(onSignal);
        parts.close();
        throw e;
      }
      // A signal came while starting: that is why it failed, and not worth telling.
    }
    parts.awaitClosed();
    Thread.currentThread().join(); // Until the process ends.
  }

  private static void stop(Console console, Parts parts) {
    console.say("stopping");
    parts.close();
    console.say("stopped");
    console.out().flush();
    // A process that ends by a signal reports the signal; being asked to stop is no failure.
    Runtime.getRuntime().halt(0);
  }
}
