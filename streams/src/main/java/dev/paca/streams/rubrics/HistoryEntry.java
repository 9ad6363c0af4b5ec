package dev.paca.streams.rubrics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One entry of the global store {@code rubrics}, the history of {@code paca.rubrics}.
 *
 * <ul>
 *   <li>key: UTF-8 key of the topic, byte 0, offset (8): one key's publications in their order
 *   <li>value: broker time in ms (8), then the record's value as it came; nothing for a tombstone
 * </ul>
 *
 * @param value empty for a tombstone, which takes no version back
 */
record HistoryEntry(String key, long offset, long publishedAt, Optional<byte[]> value) {

  byte[] storeKey() {
    byte[] topicKey = key.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(topicKey.length + 1 + Long.BYTES)
        .put(topicKey)
        .put((byte) 0)
        .putLong(offset)
        .array();
  }

  byte[] storeValue() {
    byte[] bytes = value.orElse(new byte[0]);
    return ByteBuffer.allocate(Long.BYTES + bytes.length).putLong(publishedAt).put(bytes).array();
  }

  static HistoryEntry of(byte[] storeKey, byte[] storeValue) {
    int end = storeKey.length - Long.BYTES - 1;
    ByteBuffer stored = ByteBuffer.wrap(storeValue);
    long publishedAt = stored.getLong();
    byte[] bytes = new byte[stored.remaining()];
    stored.get(bytes);
    return new HistoryEntry(
        new String(storeKey, 0, end, StandardCharsets.UTF_8),
        ByteBuffer.wrap(storeKey, end + 1, Long.BYTES).getLong(),
        publishedAt,
        Optional.of(bytes).filter(found -> found.length > 0));
  }
}
