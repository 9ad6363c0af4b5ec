package dev.paca.producers.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a report says, its revision left out, in 128 bits: the first half of a SHA-256, so that the
 * content of millions of reports can be held in memory and two of them are never taken for equal.
 */
record Fingerprint(long high, long low) {

  static Fingerprint of(SpecificRecord report) {
    MessageDigest digest = sha256();
    for (Schema.Field field : report.getSchema().getFields()) {
      Object value = report.get(field.pos());
      if (value != null && !field.name().equals("revision")) {
        add(digest, field.name());
        // Text, numbers, words, days and points all have one text for one value.
        add(digest, value.toString());
      }
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new Fingerprint(hash.getLong(), hash.getLong());
  }

  /** The length goes first, so that no two lists of texts run into the same bytes. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
