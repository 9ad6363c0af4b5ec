package dev.paca.cli.up;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The gateway's API key where nobody configured one: made by chance once, kept where only the
 * folder's owner reads it. A fixed key in the code would be a key that everybody knows.
 */
record LocalKey(Path file) {
  private static final int BYTES = 24;

  static LocalKey in(Path data) {
    return new LocalKey(data.resolve("api-key"));
  }

  String read() throws IOException {
    try {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
    } catch (FileAlreadyExistsException e) {
      // Made by an earlier start.
    }
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }
}
