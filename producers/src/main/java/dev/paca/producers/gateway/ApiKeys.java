package dev.paca.producers.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may report for which agency. Keys are kept and compared as hashes, every one of them each
 * time, so that neither memory nor the time of an answer gives one away.
 */
public final class ApiKeys {
  private static final String EVERY_AGENCY = "*";

  /** One agency and the hash of a key for it. */
  private record Grant(String agency, Hash key) {}

  /** SHA-256; equal ones are found in the time that different ones take. */
  private record Hash(String hex) {
    boolean matches(Hash other) {
      return MessageDigest.isEqual(
          hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private final List<Grant> grants;

  private ApiKeys(List<Grant> grants) {
    this.grants = List.copyOf(grants);
  }

  /**
   * Reads {@code agency=key} pairs, separated by commas. An agency may have several keys, a key
   * several agencies, {@code *} is every agency.
   *
   * @throws IllegalArgumentException saying what would be right, without the keys
   */
  public static ApiKeys parse(String pairs) {
    List<Grant> grants = new ArrayList<>();
    for (String pair : pairs.split(",", -1)) {
      int equals = pair.indexOf('=');
      String agency = equals < 0 ? "" : pair.substring(0, equals).strip();
      String key = pair.substring(equals + 1).strip();
      if (agency.isEmpty() || key.isEmpty()) {
        throw new IllegalArgumentException("AGENCY=KEY pairs with commas between; *=KEY for all");
      }
      grants.add(new Grant(agency, hash(key)));
    }
    return new ApiKeys(grants);
  }

  /** The caller with this key; empty for a key that nobody has. */
  Optional<Caller> caller(String key) {
    Hash hash = hash(key);
    Set<String> agencies = new HashSet<>();
    for (Grant grant : grants) {
      if (hash.matches(grant.key())) {
        agencies.add(grant.agency());
      }
    }
    return agencies.isEmpty() ? Optional.empty() : Optional.of(new Caller(agencies));
  }

  /** Somebody with a known key. */
  record Caller(Set<String> agencies) {
    boolean mayReportFor(String agency) {
      return agencies.contains(EVERY_AGENCY) || agencies.contains(agency);
    }
  }

  private static Hash hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return new Hash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return grants.size() + " API keys";
  }
}
