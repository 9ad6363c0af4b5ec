package dev.paca.producers.publish;

import dev.paca.producers.publish.PublishFailed.Reason;
import dev.paca.scoring.report.ReportKey;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Says in words what the Kafka client's exceptions mean. */
final class PublishFailures {
  private PublishFailures() {}

  static PublishFailed of(ReportKey key, Throwable failure) {
    if (failure instanceof PublishFailed said) {
      return said;
    }
    Reason reason = reason(failure);
    return new PublishFailed(reason, key.path() + message(reason, key), failure);
  }

  private static Reason reason(Throwable failure) {
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
    return switch (reason) {
      case REPORT -> " is not published: it is larger than the broker takes";
      case SETUP ->
          " is not published: topic " + key.type().topic() + " is not there or may not be written";
      case CLOSED -> " is not published: the publisher is closed";
      default -> " is not acknowledged: the broker did not answer in time";
    };
  }
}
