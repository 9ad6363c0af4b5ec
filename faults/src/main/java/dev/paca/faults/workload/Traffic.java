package dev.paca.faults.workload;

import dev.paca.producers.publish.ReportPublisher;
import dev.paca.producers.workload.Workload;
import dev.paca.settings.Settings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Reports at a steady rate through the real publisher, with a poison record now and then, from when
 * it is resumed until it is paused. Publications wait through any fault until they are
 * acknowledged.
 */
public final class Traffic implements AutoCloseable {
  private static final int POISON_ONE_IN = 200;
  private static final int REPORTS_PER_CASE = 12;
  private static final int PATIENCE_MS = (int) TimeUnit.MINUTES.toMillis(10);
  private static final Map<String, Object> PATIENT =
      Map.of(
          ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS,
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);

  private final Iterator<SpecificRecord> reports;
  private final CaseMoves moves;
  private final ReportPublisher publisher;
  private final PoisonSender poison;
  private final long everyNanos;
  private final Thread thread = new Thread(this::run, "traffic");
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private boolean flowing;
  private boolean sending;
  private boolean closed;
  private long published;

  /**
   * @param perSecond reports, at most
   */
  public Traffic(Settings settings, Workload workload, int perSecond) {
    reports = workload.iterator();
    moves = new CaseMoves(workload.seed(), Math.max(1, workload.size() / REPORTS_PER_CASE));
    publisher = ReportPublisher.open(settings, PATIENT);
    poison = new PoisonSender(settings, PATIENT);
    everyNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    thread.setDaemon(true);
    thread.start();
  }

  public synchronized void resume() {
    flowing = true;
    notifyAll();
  }

  /** Returns when everything that was sent is acknowledged. */
  public void pause() throws InterruptedException {
    synchronized (this) {
      flowing = false;
      while (sending) {
        wait();
      }
    }
    publisher.flush();
    poison.flush();
  }

  /** Reports that were sent so far, poison not counted. */
  public synchronized long published() {
    return published;
  }

  /** Returns when so many were sent in all, or all that there are. */
  public synchronized void awaitPublished(long count) throws InterruptedException {
    while (published < count && thread.isAlive()) {
      wait(TimeUnit.SECONDS.toMillis(1));
    }
  }

  /** TOPIC/PARTITION/OFFSET → the code that the record there must be rejected with. */
  public Map<String, String> mustBeRejected() {
    return poison.expected();
  }

  /** Publications that were never acknowledged. */
  public List<String> failures() {
    List<String> all = new ArrayList<>(failures);
    all.addAll(poison.failures());
    return all;
  }

  private void run() {
    long next = System.nanoTime();
    while (reports.hasNext() && turn()) {
      send(moves.apply(reports.next()));
      // What could not be sent in time is not caught up on in one burst.
      next = Math.max(next + everyNanos, System.nanoTime() - everyNanos);
      sent();
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears the same.
  private void send(SpecificRecord report) {
    publisher
        .publish(report)
        .whenComplete(
            (position, failure) -> {
              if (failure != null) {
                failures.add("a report was not acknowledged: " + failure.getMessage());
              }
            });
    if (published % POISON_ONE_IN == 0) {
      poison.send();
    }
  }

  private synchronized boolean turn() {
    try {
      while (!flowing && !closed) {
        wait();
      }
    } catch (InterruptedException e) {
      return false;
    }
    sending = !closed;
    return !closed;
  }

  private synchronized void sent() {
    published++;
    sending = false;
    notifyAll();
  }

  @Override
  public void close() throws InterruptedException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    thread.join();
    publisher.close();
    poison.close();
  }
}
