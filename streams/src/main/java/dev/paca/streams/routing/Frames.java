package dev.paca.streams.routing;

import dev.paca.streams.store.AvroCodec;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one instance answers another, big-endian: version (1 byte), then for each partition that
 * could be read its number (4 bytes), milliseconds behind (8 bytes, -1 from the owner) and the
 * stored values, each after its length (4 bytes), closed by a length of -1; at the end -1 for a
 * partition. Without that end an answer is torn, and nothing of it counts.
 */
final class Frames {
  static final String CONTENT_TYPE = "application/octet-stream";

  private static final byte VERSION = 1;
  private static final int END = -1;
  private static final long OWNER = -1;

  private Frames() {}

  /** Writes those of the partitions that can be read here. */
  static void write(
      Shards shards,
      StoreQuestion question,
      Set<Integer> partitions,
      boolean mayBeBehind,
      OutputStream to)
      throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeByte(VERSION);
    for (int partition : partitions) {
      Optional<Shard> shard = shards.open(question, partition, mayBeBehind);
      if (shard.isPresent()) {
        write(shard.get(), out);
      }
    }
    out.writeInt(END);
    out.flush();
  }

  private static void write(Shard shard, DataOutputStream out) throws IOException {
    out.writeInt(shard.partition());
    out.writeLong(shard.behindMs().orElse(OWNER));
    shard.read(
        value -> {
          try {
            out.writeInt(value.length);
            out.write(value);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    out.writeInt(END);
  }

  /**
   * @throws IOException for an answer that is torn or of another version
   */
  static List<Shard> read(byte[] answer) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException("an answer of version " + version + " instead of " + VERSION);
    }
    List<Shard> shards = new ArrayList<>();
    for (int partition = in.readInt(); partition != END; partition = in.readInt()) {
      long behind = in.readLong();
      List<byte[]> values = new ArrayList<>();
      for (int length = in.readInt(); length != END; length = in.readInt()) {
        // Never more than there is: a length that was cut or made up must not cost memory.
        if (length < 0 || length > in.available()) {
          throw new IOException("a value of " + length + " bytes, " + in.available() + " left");
        }
        values.add(value(in.readNBytes(length)));
      }
      shards.add(
          new Received(
              partition, behind == OWNER ? OptionalLong.empty() : OptionalLong.of(behind), values));
    }
    return shards;
  }

  /** Of another release, perhaps: its owner is asked again when it, or this one, is upgraded. */
  private static byte[] value(byte[] stored) throws IOException {
    if (stored.length == 0 || stored[0] != AvroCodec.LAYOUT) {
      throw new IOException("a value of another layout than " + AvroCodec.LAYOUT);
    }
    return stored;
  }

  private record Received(int partition, OptionalLong behindMs, List<byte[]> values)
      implements Shard {
    @Override
    public void read(Consumer<byte[]> each) {
      values.forEach(each);
    }
  }
}
