package dev.paca.cli.up;

import dev.paca.cli.console.Console;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/** What runs, in the order it was started; closing stops it in reverse and never half-way. */
final class Parts implements AutoCloseable {
  private final Console console;
  private final Deque<Part> running = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean closing;

  private record Part(String name, AutoCloseable closeable) {}

  Parts(Console console) {
    this.console = console;
  }

  /** Takes charge of a part; one that comes while all is being stopped is stopped at once. */
  void add(String name, AutoCloseable closeable) {
    synchronized (this) {
      if (!closing) {
        running.push(new Part(name, closeable));
        return;
      }
    }
    stop(new Part(name, closeable));
  }

  synchronized boolean isClosing() {
    return closing;
  }

  /** Waits until everything is stopped. */
  void awaitClosed() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    for (Part part = running.poll(); part != null; part = running.poll()) {
      stop(part);
    }
    closed.countDown();
  }

  private void stop(Part part) {
    try {
      part.closeable().close();
    } catch (Exception e) {
      console.say("paca: " + part.name() + " did not stop cleanly: " + e.getMessage());
    }
  }
}
