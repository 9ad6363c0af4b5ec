package dev.paca.producers.publish;

import dev.paca.producers.publish.PublishFailed.Reason;
import dev.paca.scoring.report.ReportKey;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Says in words what the client's exceptions mean. */
final class PublishFailures {
  private PublishFailures() {}

  static PublishFailed of(ReportKey key, Throwable failure) {
    Reason reason = reason(failure);
    return new PublishFailed(reason, message(reason, key), failure);
  }

  private static Reason reason(Throwable failure) {
    if (failure instanceof SerializationException) {
      return Reason.REGISTRY;
    }
    if (failure instanceof RecordTooLargeException) {
      return Reason.REPORT;
    }
    if (failure instanceof AuthorizationException
        || failure instanceof UnknownTopicOrPartitionException
        || failure instanceof InvalidTopicException) {
      return Reason.SETUP;
    }
    // The producer says so in no other way.
    if (failure instanceof IllegalStateException) {
      return Reason.CLOSED;
    }
    return Reason.BROKER;
  }

  private static String message(Reason reason, ReportKey key) {
    String report = key.path();
    return switch (reason) {
      case REGISTRY -> report + " is not published: the schema registry gave no schema id for it";
      case REPORT -> report + " is not published: it is larger than the broker takes";
      case SETUP ->
          report
              + " is not published: the topic "
              + key.type().topic()
              + " is not there or may not be written";
      case CLOSED -> report + " is not published: the publisher is closed";
      case BROKER -> report + " is not acknowledged: the broker did not answer in time";
    };
  }
}
