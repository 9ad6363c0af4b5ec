package dev.paca.benchmarks.ground;

import dev.paca.benchmarks.bed.Bed;
import dev.paca.benchmarks.contender.Paca;
import dev.paca.benchmarks.drain.Watch;
import dev.paca.benchmarks.expected.Expected;
import dev.paca.local.LocalProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The real {@code paca streams} with two stream threads (commits every 100 ms at the latest), which
 * has drained a bed. It keeps its port over restarts, so that it can be asked while it starts.
 */
public final class DrainedPaca implements AutoCloseable {
  private static final String NAME = "paca-at-work";
  private static final String HOST = "127.0.0.1";
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Bed bed;
  private final Paca paca;
  private final LocalProcess process;
  private final URI address;

  private DrainedPaca(Bed bed, Paca paca, LocalProcess process, URI address) {
    this.bed = bed;
    this.paca = paca;
    this.process = process;
    this.address = address;
  }

  static DrainedPaca of(Bed bed, Expected expected) throws IOException {
    bed.clear();
    int port = freePort();
    Map<String, String> settings =
        Map.of(
            "stream-threads", "2",
            "http-port", Integer.toString(port),
            "state-dir", state(bed).toString());
    Paca paca = new Paca(NAME, "Paca at work", settings, Paca.HEAP);
    LocalProcess process = LocalProcess.start(paca.command(bed), START);
    DrainedPaca drained =
        new DrainedPaca(bed, paca, process, URI.create("http://" + HOST + ":" + port));
    try {
      new Watch(bed, NAME, List.of(process)).await(expected.records());
      drained.require(expected);
    } catch (RuntimeException e) {
      drained.close();
      throw e;
    }
    return drained;
  }

  /** Waits until what it serves is as expected, every score and rank; else fails. */
  public void require(Expected expected) {
    List<String> differences = paca.differences(bed, process, expected);
    if (!differences.isEmpty()) {
      throw new IllegalStateException(
          "what Paca serves is not the fold of the input: " + differences.get(0));
    }
  }

  public LocalProcess process() {
    return process;
  }

  /** Where it answers, also after a restart. */
  public URI address() {
    return address;
  }

  /** Asks it to stop, and waits until it has. */
  public void stop() {
    if (!process.stop(STOP)) {
      throw new IllegalStateException(
          "Paca did not stop within " + STOP.toSeconds() + " s; see " + process.logFile());
    }
  }

  /** Forgets all that it keeps on disk; stopped only. */
  public void loseState() {
    try (Stream<Path> files = Files.walk(state(bed))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the state cannot be deleted", e);
    }
  }

  private static Path state(Bed bed) {
    return bed.folder().resolve("state-" + NAME);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.stop();
  }
}
