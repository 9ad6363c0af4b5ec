package dev.paca.streams.http.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream: a place in the list of changes, and a connection that says when it takes more.
 * Whoever advances it writes as much as the connection takes, and never waits.
 */
public final class Follower implements WriteListener {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  /** After this many changes others get their turn. */
  private static final int TURN = 256;

  /** A browser whose stream ended comes back after a second. */
  private static final byte[] GREETING = "retry: 1000\n: changes of scores\n\n".getBytes(UTF_8);

  private static final byte[] PING = "event: ping\ndata: {}\n\n".getBytes(UTF_8);

  private final Place place;
  private final ChangeFrames frames;
  private final Executor turns;
  private final int maxBehind;
  private final Consumer<Follower> leave;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  private Optional<ServletOutputStream> output = Optional.empty();
  private boolean open;
  private boolean greeted;
  private boolean pingDue;
  private boolean unflushed;
  private OptionalInt sizeWhenStuck = OptionalInt.empty();

  /**
   * @param turns on which a stream with more to send waits for its next turn
   * @param leave called once, when the stream is over
   */
  Follower(
      Place place, ChangeFrames frames, Executor turns, int maxBehind, Consumer<Follower> leave) {
    this.place = place;
    this.leave = leave;
    this.frames = frames;
    this.turns = turns;
    this.maxBehind = maxBehind;
  }

  /** Starts; the request must be asynchronous by now. */
  public synchronized void open(ServletOutputStream out) {
    output = Optional.of(out);
    out.setWriteListener(this);
  }

  /** Completes, never with a failure, when the stream is over for whatever reason. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      open = true;
    }
    advance();
  }

  @Override
  public void onError(Throwable cause) {
    end();
  }

  /** Writes what there is and the connection takes. Any thread. */
  void advance() {
    try {
      if (write()) {
        turns.execute(this::advance);
      }
    } catch (IOException | RejectedExecutionException e) {
      end();
    } catch (RuntimeException e) {
      // Its place may be past a change that was not sent: it must resume, not go on.
      LOG.error("A stream of score changes failed and is ended", e);
      end();
    }
  }

  /** Shows that the stream is alive as soon as the connection takes it. */
  void ping() {
    synchronized (this) {
      pingDue = true;
      place.checkAhead();
    }
    advance();
  }

  /** Whether its reader took nothing while more than the allowed number of changes came. */
  synchronized boolean isTooSlow() {
    return sizeWhenStuck.isPresent() && place.arrived() - sizeWhenStuck.getAsInt() > maxBehind;
  }

  /** Ends the stream; what the connection holds is still sent. Not under this object's lock. */
  void end() {
    if (ended.complete(null)) {
      leave.accept(this);
    }
  }

  /** Returns whether there is more that the connection would take. */
  private synchronized boolean write() throws IOException {
    if (!open || ended.isDone()) {
      return false;
    }
    ServletOutputStream out = output.orElseThrow();
    for (int written = 0; written < TURN; written++) {
      if (!out.isReady()) {
        if (sizeWhenStuck.isEmpty()) {
          sizeWhenStuck = OptionalInt.of(place.arrived());
        }
        return false;
      }
      sizeWhenStuck = OptionalInt.empty();
      Optional<byte[]> frame = next();
      if (frame.isPresent()) {
        out.write(frame.get());
        unflushed = true;
      } else if (unflushed) {
        out.flush();
        unflushed = false;
      } else {
        return false;
      }
    }
    return true;
  }

  private Optional<byte[]> next() {
    if (!greeted) {
      greeted = true;
      return Optional.of(GREETING);
    }
    Optional<byte[]> change = place.next().map(frames::of);
    if (change.isEmpty() && pingDue) {
      pingDue = false;
      return Optional.of(PING);
    }
    return change;
  }
}
