package dev.paca.registry;

import dev.paca.problems.ProblemCode;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What can go wrong between a record and the registry. {@link #problem()} tells a bad record, which
 * is rejected with that code, from trouble that is not the record's; {@link #retriable()} tells
 * which trouble passes by itself.
 */
public abstract sealed class RegistryException extends SerializationException {
  private static final long serialVersionUID = 1L;

  private RegistryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The code to reject the record with; empty when the record is not to blame. */
  public abstract Optional<ProblemCode> problem();

  /** True when the same call may succeed later without anybody changing anything. */
  public boolean retriable() {
    return false;
  }

  /** No registry answered, or it answered that it cannot at the moment. */
  public static final class Unavailable extends RegistryException {
    private static final long serialVersionUID = 1L;

    Unavailable(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    public Optional<ProblemCode> problem() {
      return Optional.empty();
    }

    @Override
    public boolean retriable() {
      return true;
    }
  }

  /**
   * The registry answered, and will answer the same again: wrong credentials, a wrong path in its
   * address, a schema that it does not know and may not be given.
   */
  public static final class Refused extends RegistryException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status, String message) {
      super(message, null);
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    @Override
    public Optional<ProblemCode> problem() {
      return Optional.empty();
    }
  }

  /** The registry knows no schema with the record's id. */
  public static final class UnknownId extends RegistryException {
    private static final long serialVersionUID = 1L;
    private final int id;

    UnknownId(int id) {
      super("The registry knows no schema with id " + id, null);
      this.id = id;
    }

    /** The id that the record carries. */
    public int id() {
      return id;
    }

    @Override
    public Optional<ProblemCode> problem() {
      return Optional.of(ProblemCode.UNKNOWN_SCHEMA_ID);
    }
  }

  /** The record's schema cannot be read as, or written for, what its topic holds. */
  public static final class Incompatible extends RegistryException {
    private static final long serialVersionUID = 1L;

    Incompatible(String message) {
      super(message, null);
    }

    @Override
    public Optional<ProblemCode> problem() {
      return Optional.of(ProblemCode.WRONG_TYPE);
    }
  }

  /** The bytes do not start with magic byte 0 and a schema id. */
  public static final class NotFramed extends RegistryException {
    private static final long serialVersionUID = 1L;

    NotFramed(String message) {
      super(message, null);
    }

    @Override
    public Optional<ProblemCode> problem() {
      return Optional.of(ProblemCode.NOT_REGISTRY_FRAMED);
    }
  }

  /** The bytes end early, go on after the record's end, or are not what the schema says. */
  public static final class Unreadable extends RegistryException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    public Optional<ProblemCode> problem() {
      return Optional.of(ProblemCode.UNREADABLE_AVRO);
    }
  }

  /** A value to be written lacks something that its schema demands, or holds what it forbids. */
  public static final class Unwritable extends RegistryException {
    private static final long serialVersionUID = 1L;

    Unwritable(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    public Optional<ProblemCode> problem() {
      return Optional.of(ProblemCode.UNREADABLE_AVRO);
    }
  }
}
