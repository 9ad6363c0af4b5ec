package dev.paca.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;

/** What the first start on a data folder decides for ever: the cluster's id and number of nodes. */
record ClusterIdentity(String id, int brokers) {

  /** The folder's identity, made now if it has none; an error if it has other brokers. */
  static ClusterIdentity of(Path dataDir, int brokers) {
    Path file = dataDir.resolve("cluster.properties");
    try {
      if (!Files.exists(file)) {
        new ClusterIdentity(newId(), brokers).write(file);
      }
      ClusterIdentity known = read(file);
      if (known.brokers != brokers) {
        throw new LocalFailure(
            "%s holds the data of %d brokers, not %d: start that many or choose another folder"
                .formatted(dataDir, known.brokers, brokers));
      }
      return known;
    } catch (IOException e) {
      throw new LocalFailure("cannot use " + file + ": " + e, e);
    }
  }

  private static ClusterIdentity read(Path file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    }
    return new ClusterIdentity(
        properties.getProperty("cluster.id"), Integer.parseInt(properties.getProperty("brokers")));
  }

  private void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.put("cluster.id", id);
    properties.put("brokers", String.valueOf(brokers));
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
  }

  /** As Kafka writes one: 16 random bytes in URL-safe base64, not looking like an option. */
  private static String newId() {
    UUID random = UUID.randomUUID();
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putLong(random.getMostSignificantBits()).putLong(random.getLeastSignificantBits());
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    return id.startsWith("-") ? newId() : id;
  }
}
