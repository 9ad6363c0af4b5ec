package dev.paca.faults.installation;

import dev.paca.local.ChildCommand;
import dev.paca.local.LocalProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One instance of {@code paca streams}, a JVM of its own. It keeps name and state folder when it is
 * started again, and takes a free port each time, which the group is told.
 */
public final class Instance {
  private static final Duration START = Duration.ofSeconds(150);

  /** The service gives its own stop twenty seconds. */
  private static final Duration STOP = Duration.ofSeconds(40);

  /** What the service prints when it can be asked, before its address. */
  static final String READY = "ready http://";

  private final ChildCommand command;
  private final Path stateFolder;
  private LocalProcess process;
  private volatile Optional<URI> serving = Optional.empty();
  private volatile Optional<URI> known = Optional.empty();
  private volatile boolean wanted;

  Instance(ChildCommand command, Path stateFolder) {
    this.command = command;
    this.stateFolder = stateFolder;
  }

  public String name() {
    return command.name();
  }

  /** Its stores; to be touched only while it is down. */
  public StateFolder state() {
    return new StateFolder(stateFolder);
  }

  public Path logFile() {
    return command.logFile();
  }

  /** Where it can be asked; empty while it is down or not ready yet. */
  public Optional<URI> serving() {
    return serving;
  }

  /** Where a client looks for it, whether it is there or not; empty before its first start. */
  public Optional<URI> known() {
    return known;
  }

  /** Whether it ended although nobody wanted it to. */
  public synchronized boolean endedByItself() {
    return wanted && !process.isAlive();
  }

  /** Returns when it can be asked. */
  public synchronized void start() {
    if (process == null) {
      process = LocalProcess.start(command, START);
    } else {
      process.restart();
    }
    wanted = true;
    serving = Optional.of(URI.create(address(process.readyLine())));
    known = serving;
  }

  private static String address(String readyLine) {
    return readyLine.substring(readyLine.indexOf(READY) + READY.indexOf("http")).strip();
  }

  /**
   * SIGTERM: returns when it is gone.
   *
   * @return whether it went by itself, and was not killed after a while
   */
  public synchronized boolean stop() {
    gone();
    return process == null || process.stop(STOP);
  }

  /** SIGKILL. */
  public synchronized void kill() {
    gone();
    process.kill();
  }

  /** SIGSTOP: it keeps its connections and its place in the group, and answers nothing. */
  public synchronized void freeze() {
    process.pause();
  }

  /** SIGCONT: it goes on as if nothing had happened. */
  public synchronized void thaw() {
    process.resume();
  }

  private void gone() {
    wanted = false;
    serving = Optional.empty();
  }
}
