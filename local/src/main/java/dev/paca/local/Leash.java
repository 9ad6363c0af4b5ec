package dev.paca.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;

/**
 * The main class of every child: runs another main class and ends when standard input does. The
 * parent holds the other end of that pipe and writes nothing into it, so it ends exactly when the
 * parent does, also by SIGKILL.
 *
 * <p>Arguments: a lock file, the main class, its arguments. The lock is held until the child is
 * gone: after a crash of the parent the next child waits there until the last one has closed its
 * files.
 */
public final class Leash {
  private static final Duration GRACE = Duration.ofSeconds(15);

  private Leash() {}

  public static void main(String[] args) throws Exception {
    daemon("leash", () -> follow(System.in));
    FileLock lock = take(Path.of(args[0]));
    String[] rest = Arrays.copyOfRange(args, 2, args.length);
    Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) rest);
    if (!lock.isValid()) {
      throw new IllegalStateException("the lock " + args[0] + " was lost");
    }
  }

  private static FileLock take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock free = channel.tryLock();
    if (free != null) {
      return free;
    }
    System.out.println("waiting for the process that still holds " + file);
    return channel.lock();
  }

  private static void follow(InputStream parent) {
    try {
      while (parent.read() >= 0) {
        // nothing is ever written: only the end counts
      }
    } catch (IOException e) {
      System.err.println("leash: " + e);
    }
    daemon("leash-halt", Leash::haltAfterGrace);
    System.exit(0);
  }

  private static void haltAfterGrace() {
    try {
      Thread.sleep(GRACE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
