package dev.paca.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.problems.ProblemCode;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.apache.avro.AvroTypeException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class SerdeFailureTest {
  private static final byte[] FRAMED = {0, 0, 0, 0, 7, 1, 2};

  /** Shaped as Confluent's. */
  public static final class RestClientException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final int errorCode;

    RestClientException(String message, int status, int errorCode) {
      super(message);
      this.status = status;
      this.errorCode = errorCode;
    }

    public int getStatus() {
      return status;
    }

    public int getErrorCode() {
      return errorCode;
    }
  }

  @Test
  void ourOwnFailureIsItself() {
    RegistryException ours = new RegistryException.UnknownId(7);
    assertThat(SerdeFailure.of(ours, FRAMED)).isSameAs(ours);
  }

  @Test
  void aRegistryThatIsAwayIsNeverTheRecordsFault() {
    assertRetriable(wrapped(new ConnectException("Connection refused")));
    assertRetriable(wrapped(new SocketTimeoutException("Read timed out")));
    assertRetriable(wrapped(new RestClientException("store is not ready", 503, 50301)));
    assertRetriable(wrapped(new RestClientException("too many", 429, 42901)));
    assertRetriable(new DisconnectException("gone"));
  }

  private static void assertRetriable(RuntimeException failure) {
    RegistryException meaning = SerdeFailure.of(failure, FRAMED);
    assertThat(meaning.retriable()).as("%s", failure.getCause()).isTrue();
    assertThat(meaning.problem()).isEmpty();
  }

  @Test
  void aBadRecordGetsTheSameCodeFromEitherDeserializer() {
    assertCode(
        ProblemCode.UNKNOWN_SCHEMA_ID,
        wrapped(new RestClientException("Schema 7 not found", 404, 40403)));
    assertCode(ProblemCode.UNREADABLE_AVRO, wrapped(new EOFException()));
    assertCode(ProblemCode.UNREADABLE_AVRO, wrapped(new ArrayIndexOutOfBoundsException(9)));
    assertCode(ProblemCode.WRONG_TYPE, wrapped(new AvroTypeException("Found X, expecting Y")));
    assertThat(
            SerdeFailure.of(new SerializationException("Unknown magic byte!"), new byte[] {1, 2})
                .problem())
        .contains(ProblemCode.NOT_REGISTRY_FRAMED);
  }

  private static void assertCode(ProblemCode code, RuntimeException failure) {
    assertThat(SerdeFailure.of(failure, FRAMED).problem()).contains(code);
  }

  @Test
  void anAnswerThatStaysTheSameIsNeitherRetriedNorTheRecordsFault() {
    RegistryException meaning =
        SerdeFailure.of(wrapped(new RestClientException("Unauthorized", 401, 40101)), FRAMED);
    assertThat(meaning).isInstanceOf(RegistryException.Refused.class);
    assertThat(meaning.retriable()).isFalse();
    assertThat(meaning.problem()).isEmpty();
  }

  private static SerializationException wrapped(Exception cause) {
    return new SerializationException("Error deserializing Avro message for id 7", cause);
  }
}
