package dev.paca.streams.trouble;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Looks at the folder of the stores before anything starts, by writing into it. */
public final class StateFolder {
  /** Kafka Streams' own files of a start, several times over. */
  private static final byte[] PROBE = new byte[64 << 10];

  private StateFolder() {}

  /**
   * @throws Unusable when files cannot be made in it
   */
  public static void check(Path folder, String applicationId) {
    try {
      Path own = Files.createDirectories(folder.resolve(applicationId));
      Path probe = Files.createTempFile(own, "writable", ".probe");
      try {
        Files.write(probe, PROBE);
      } finally {
        Files.deleteIfExists(probe);
      }
    } catch (IOException e) {
      throw new Unusable(
          "state-dir "
              + folder.toAbsolutePath()
              + " cannot be written ("
              + reason(folder, e)
              + "); the user "
              + System.getProperty("user.name")
              + " must be able to make files there, or set PACA_STATE_DIR to another folder",
          e);
    }
  }

  /** Kafka Streams found its lock taken. */
  public static Unusable inUse(Path folder, Exception cause) {
    return new Unusable(
        "state-dir "
            + folder.toAbsolutePath()
            + " is used by another process; stop that one, or give this instance a folder of its"
            + " own (PACA_STATE_DIR)",
        cause);
  }

  private static String reason(Path folder, IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      return "a file is in its place";
    }
    return e instanceof FileSystemException at && at.getReason() != null
        ? at.getReason()
        : Objects.requireNonNullElse(e.getMessage(), "unknown reason");
  }

  /** The message is meant for the operator. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
