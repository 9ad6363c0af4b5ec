package dev.paca.streams.http.live;

import dev.paca.streams.feed.Change;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Changes as server-sent events. The last ones made are kept, because all who follow want the same
 * ones at nearly the same time.
 */
final class ChangeFrames {
  private static final int KEPT = 1024;

  private final Function<Change, byte[]> json;
  private final AtomicReferenceArray<Frame> kept = new AtomicReferenceArray<>(KEPT);

  private static final class Frame {
    private final long offset;
    private final byte[] bytes;

    Frame(long offset, byte[] bytes) {
      this.offset = offset;
      this.bytes = bytes;
    }
  }

  /**
   * @param json the data of one change, on one line, in UTF-8
   */
  ChangeFrames(Function<Change, byte[]> json) {
    this.json = json;
  }

  byte[] of(Change change) {
    int slot = (int) (change.offset() % KEPT);
    Frame frame = kept.get(slot);
    if (frame == null || frame.offset != change.offset()) {
      frame = new Frame(change.offset(), made(change));
      kept.set(slot, frame);
    }
    return frame.bytes;
  }

  private byte[] made(Change change) {
    return event("id: " + change.offset() + "\nevent: score-change\ndata: ", json.apply(change));
  }

  static byte[] event(String head, byte[] data) {
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[start.length + data.length + 2];
    System.arraycopy(start, 0, bytes, 0, start.length);
    System.arraycopy(data, 0, bytes, start.length, data.length);
    bytes[bytes.length - 2] = '\n';
    bytes[bytes.length - 1] = '\n';
    return bytes;
  }
}
