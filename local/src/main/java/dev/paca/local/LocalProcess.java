package dev.paca.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One child of a local cluster: a broker, the registry, or whatever else is run beside them. Tests
 * of failures use it to kill, pause and restart that process alone; a broker and the registry come
 * back on the same port with the same data.
 */
public final class LocalProcess {
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);
  private static final List<String> PORT_TAKEN =
      List.of(
          "Address already in use", "Socket server failed to bind", "in use by another process");

  private final ChildCommand command;
  private final Duration startTimeout;
  private final Runnable onceListening;
  private Process process;
  private ChildLog log;

  private LocalProcess(ChildCommand command, Duration startTimeout, Runnable onceListening) {
    this.command = command;
    this.startTimeout = startTimeout;
    this.onceListening = onceListening;
  }

  /**
   * Runs a child beside a cluster, in a data folder that a cluster uses, and waits for its ready
   * line.
   *
   * @throws LocalFailure if that does not come in time, with the last lines of its log; nothing is
   *     left running then
   */
  public static LocalProcess start(ChildCommand command, Duration startTimeout) {
    return start(command, startTimeout, () -> {});
  }

  /** Runs the command and waits until it is ready; after a failure nothing is left running. */
  static LocalProcess start(ChildCommand command, Duration startTimeout, Runnable onceListening) {
    LocalProcess child = new LocalProcess(command, startTimeout, onceListening);
    child.startAndAwait();
    return child;
  }

  /** {@code broker-1}, {@code broker-2}, …, {@code registry}, or the command's own. */
  public String name() {
    return command.name();
  }

  public synchronized long pid() {
    return process.pid();
  }

  public synchronized boolean isAlive() {
    return process.isAlive();
  }

  /** What it prints; the file is bounded, and the one of the run before ends in {@code .1}. */
  public Path logFile() {
    return command.logFile();
  }

  /** The whole line by which it said, at its last start, that it is ready. */
  public synchronized String readyLine() {
    return log.readyLine();
  }

  /** SIGKILL: returns when it is gone. */
  public synchronized void kill() {
    process.destroyForcibly();
    awaitExit(STOP_GRACE);
  }

  /** SIGTERM, and SIGKILL after ten seconds: returns when it is gone. */
  public void stop() {
    stop(STOP_GRACE);
  }

  /**
   * SIGTERM, and SIGKILL when it is still there after the grace: returns when it is gone.
   *
   * @return whether it went by itself
   */
  public synchronized boolean stop(Duration grace) {
    if (!process.isAlive()) {
      return true;
    }
    resume();
    // The handle's destroy sends the signal only; the process's would close the log's pipe too.
    process.toHandle().destroy();
    boolean went = awaitExit(grace);
    if (!went) {
      kill();
    }
    return went;
  }

  /** SIGSTOP: it keeps its connections and answers nothing. Not noticed by a parent's death. */
  public synchronized void pause() {
    signal("STOP");
  }

  /** SIGCONT: it goes on where it was paused. */
  public synchronized void resume() {
    signal("CONT");
  }

  /** Stops it if it runs, starts it on the same port and data, and waits until it is ready. */
  public synchronized void restart() {
    stop();
    startAndAwait();
  }

  private synchronized void startAndAwait() {
    try {
      process = command.run();
    } catch (IOException e) {
      throw new LocalFailure("cannot run " + name() + ": " + e.getMessage(), e);
    }
    log = ChildLog.follow(name(), command.logFile(), process.getInputStream(), command.readyLine());
    try {
      awaitReadyLine();
      onceListening.run();
    } catch (LocalFailure failure) {
      kill();
      throw failure;
    }
  }

  private void awaitReadyLine() {
    boolean ready;
    try {
      ready = log.ready().get(startTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new LocalFailure(
          quotingTheLog("was not ready after %d s".formatted(startTimeout.toSeconds())), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("interrupted while " + name() + " was starting", e);
    } catch (ExecutionException e) {
      throw new LocalFailure("cannot read what " + name() + " prints", e);
    }
    if (!ready) {
      awaitExit(STOP_GRACE);
      String message = quotingTheLog("stopped while it was starting");
      throw log.mentions(PORT_TAKEN)
          ? new LocalFailure.PortTaken(message)
          : new LocalFailure(message);
    }
  }

  private String quotingTheLog(String what) {
    return "%s %s; the last lines of %s:%s"
        .formatted(name(), what, command.logFile(), log.lastLines());
  }

  private void signal(String signal) {
    try {
      // Java has no call for these two; kill is a builtin of every shell.
      Process sent =
          new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid()).start();
      if (sent.waitFor() != 0 && process.isAlive()) {
        throw new LocalFailure("cannot send SIG" + signal + " to " + name());
      }
    } catch (IOException e) {
      throw new LocalFailure("cannot send SIG" + signal + " to " + name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("interrupted while sending SIG" + signal + " to " + name(), e);
    }
  }

  private boolean awaitExit(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new LocalFailure("interrupted while " + name() + " was stopping", e);
    }
  }
}
