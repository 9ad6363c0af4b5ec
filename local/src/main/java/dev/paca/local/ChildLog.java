package dev.paca.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a child prints: written to a file of bounded size (the one before it is kept as {@code .1}),
 * its last lines at hand for error messages, and watched for the line that says it is ready.
 * Reading the child's own output, and not its port, tells it from a stranger that took the port.
 */
final class ChildLog {
  private static final long MAX_FILE_CHARS = 10_000_000;
  private static final int REMEMBERED = 300;
  private static final int QUOTED = 15;

  private final Path file;
  private final Deque<String> last = new ArrayDeque<>();

  /** True at the line that says so; false when the child's output ended without it. */
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private volatile String saidReady = "";

  private ChildLog(Path file) {
    this.file = file;
  }

  static ChildLog follow(String name, Path file, InputStream output, String readyLine) {
    ChildLog log = new ChildLog(file);
    Thread reader = new Thread(() -> log.read(output, readyLine), name + "-log");
    reader.setDaemon(true);
    reader.start();
    return log;
  }

  CompletableFuture<Boolean> ready() {
    return ready;
  }

  /** Empty until it came. */
  String readyLine() {
    return saidReady;
  }

  Path file() {
    return file;
  }

  synchronized boolean mentions(List<String> texts) {
    return last.stream().anyMatch(line -> texts.stream().anyMatch(line::contains));
  }

  synchronized String lastLines() {
    return last.stream()
        .skip(Math.max(0, last.size() - QUOTED))
        .reduce("", (text, line) -> text + "\n  | " + line);
  }

  private void read(InputStream output, String readyLine) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      copy(lines, readyLine);
    } catch (IOException | UncheckedIOException e) {
      remember("the log could not be kept: " + e.getMessage());
    } finally {
      ready.complete(false);
    }
  }

  private void copy(BufferedReader lines, String readyLine) throws IOException {
    String line = lines.readLine();
    while (line != null) {
      keepPrevious();
      try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
        for (long written = 0; line != null && written < MAX_FILE_CHARS; line = lines.readLine()) {
          out.println(line);
          written += line.length() + 1;
          remember(line);
          if (saidReady.isEmpty() && line.contains(readyLine)) {
            saidReady = line;
            ready.complete(true);
          }
        }
      }
    }
  }

  private void keepPrevious() throws IOException {
    if (Files.exists(file)) {
      Path previous = file.resolveSibling(file.getFileName() + ".1");
      Files.move(file, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private synchronized void remember(String line) {
    last.addLast(line);
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
  }
}
