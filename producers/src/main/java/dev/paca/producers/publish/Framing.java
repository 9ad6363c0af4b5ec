package dev.paca.producers.publish;

import dev.paca.producers.publish.PublishFailed.Reason;
import dev.paca.registry.RegistryException;
import dev.paca.scoring.report.ReportKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes reports as the registry frames them. One serializer serves all threads in turn: writing
 * takes microseconds once the registry has given a schema's id, and while the registry does not
 * answer nobody waits in line for longer than {@code patience}.
 */
final class Framing implements AutoCloseable {
  private final Serializer<SpecificRecord> serializer;
  private final Duration patience;
  private final ReentrantLock turn = new ReentrantLock();

  Framing(Serializer<SpecificRecord> serializer, Duration patience) {
    this.serializer = serializer;
    this.patience = patience;
  }

  byte[] framed(ReportKey key, SpecificRecord report) {
    try {
      if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed(Reason.REGISTRY, key, null);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failed(Reason.CLOSED, key, interrupted);
    }
    try {
      return serializer.serialize(key.type().topic(), report);
    } catch (RegistryException failure) {
      throw failed(failure.problem().isPresent() ? Reason.REPORT : registry(failure), key, failure);
    } catch (SerializationException failure) {
      throw failed(Reason.REGISTRY, key, failure);
    } finally {
      turn.unlock();
    }
  }

  private static Reason registry(RegistryException failure) {
    return failure.retriable() ? Reason.REGISTRY : Reason.SETUP;
  }

  private static PublishFailed failed(Reason reason, ReportKey key, Throwable cause) {
    String why =
        switch (reason) {
          case REPORT -> "its schema does not fit the registry's";
          case SETUP -> "the schema registry refuses its schema";
          case CLOSED -> "publishing was interrupted";
          default -> "the schema registry does not answer";
        };
    return new PublishFailed(reason, key.path() + " is not published: " + why, cause);
  }

  @Override
  public void close() {
    serializer.close();
  }
}
