package dev.paca.streams.rubrics;

import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One record of {@code paca.rubrics}, judged by those before it.
 *
 * @param publishedAt broker time
 * @param version empty when the record holds no rubric
 * @param rubric what came into force; empty when nothing did
 * @param refused why it never came into force; empty when it did
 */
public record Publication(
    long offset,
    Instant publishedAt,
    Optional<RubricVersion> version,
    Optional<Rubric> rubric,
    Optional<String> refused) {

  /** Whether it came into force; a later one may have followed it. */
  public boolean adopted() {
    return rubric.isPresent();
  }

  /** The key on the topic: the year for the index, NAME-YEAR for another rubric. */
  public static String key(RubricVersion version) {
    return version.getRubric().equals(Rubric.INDEX)
        ? Integer.toString(version.getYear())
        : version.getRubric() + "-" + version.getYear();
  }

  /** SHA-256 of the file's UTF-8 bytes, in hex; equal for equal content and for nothing else. */
  public Optional<String> sha256() {
    return version.map(found -> sha256(found.getYaml()));
  }

  private static String sha256(String yaml) {
    try {
      byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
