package dev.paca.registry;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What a deserializer's failure means, whoever wrote the deserializer. Ours throws {@link
 * RegistryException}; Confluent's hides the cause some levels down, and without this every record
 * that comes while its registry is away would look like a bad one.
 */
public final class SerdeFailure {
  private static final int SCHEMA_NOT_FOUND = 40403;
  private static final int TOO_MANY_REQUESTS = 429;

  private SerdeFailure() {}

  /**
   * The failure as a {@link RegistryException}: itself, or the kind that its causes tell.
   *
   * @param failure what the deserializer threw
   * @param record what it was given
   */
  public static RegistryException of(RuntimeException failure, byte[] record) {
    if (failure instanceof RegistryException known) {
      return known;
    }
    try {
      int id = Framing.id(record);
      return fromRest(failure, id).or(() -> fromNetwork(failure)).orElseGet(() -> bad(failure));
    } catch (RegistryException.NotFramed e) {
      return e;
    }
  }

  /** Confluent's exception of a registry's answer, known by name: its jar may not be here. */
  private static Optional<RegistryException> fromRest(Throwable failure, int id) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      OptionalInt code = number(one, "getErrorCode");
      OptionalInt status = number(one, "getStatus");
      if (one.getClass().getSimpleName().equals("RestClientException") && code.isPresent()) {
        int http = status.orElse(0);
        if (code.getAsInt() == SCHEMA_NOT_FOUND) {
          return Optional.of(new RegistryException.UnknownId(id));
        }
        return Optional.of(
            http >= 500 || http == TOO_MANY_REQUESTS
                ? new RegistryException.Unavailable(text(one), failure)
                : new RegistryException.Refused(http, text(one)));
      }
    }
    return Optional.empty();
  }

  private static Optional<RegistryException> fromNetwork(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof SocketException
          || one instanceof SocketTimeoutException
          || one instanceof UnknownHostException
          || one instanceof HttpTimeoutException
          || one instanceof RetriableException) {
        return Optional.of(new RegistryException.Unavailable(text(one), failure));
      }
      if (one instanceof AuthenticationException || one instanceof AuthorizationException) {
        return Optional.of(new RegistryException.Refused(401, text(one)));
      }
    }
    return Optional.empty();
  }

  // What is left came of reading the bytes: Avro's exceptions, as they are or wrapped by Kafka's.
  private static RegistryException bad(RuntimeException failure) {
    Throwable cause =
        failure instanceof KafkaException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof org.apache.avro.AvroTypeException
        ? new RegistryException.Incompatible(text(cause))
        : new RegistryException.Unreadable(text(cause), failure);
  }

  private static OptionalInt number(Throwable failure, String getter) {
    try {
      return OptionalInt.of((Integer) failure.getClass().getMethod(getter).invoke(failure));
    } catch (ReflectiveOperationException | ClassCastException e) {
      return OptionalInt.empty();
    }
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
