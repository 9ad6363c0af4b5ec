package dev.paca.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cluster's folder, held by one cluster at a time: by a file lock, which the operating system
 * releases however the holder ends. The lock file says the holder's process id.
 */
final class DataFolder implements AutoCloseable {
  /**
   * A process that opens a file it has locked, and closes it, loses the lock: so the lock file of a
   * folder that this process holds must not be touched again, which only the process can know.
   */
  private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private final Path realPath;
  private final FileChannel lock;

  private DataFolder(Path realPath, FileChannel lock) {
    this.realPath = realPath;
    this.lock = lock;
  }

  static DataFolder take(Path dataDir) {
    try {
      Files.createDirectories(dataDir.resolve("logs"));
      Files.createDirectories(dataDir.resolve("tmp"));
      Path realPath = dataDir.toRealPath();
      if (!HELD_BY_THIS_PROCESS.add(realPath)) {
        throw inUse(dataDir, String.valueOf(ProcessHandle.current().pid()));
      }
      try {
        return new DataFolder(realPath, lock(dataDir));
      } catch (IOException | RuntimeException e) {
        HELD_BY_THIS_PROCESS.remove(realPath);
        throw e;
      }
    } catch (IOException e) {
      throw new LocalFailure("cannot use " + dataDir + " as data folder: " + e, e);
    }
  }

  private static FileChannel lock(Path dataDir) throws IOException {
    Path file = dataDir.resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw inUse(dataDir, Files.readString(file).strip());
    }
    channel.truncate(0);
    String pid = ProcessHandle.current().pid() + "\n";
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
    return channel;
  }

  private static LocalFailure inUse(Path dataDir, String pid) {
    return new LocalFailure(
        "%s is in use by process %s: stop that one or choose another folder"
            .formatted(dataDir, pid));
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new LocalFailure("cannot release the data folder's lock", e);
    } finally {
      HELD_BY_THIS_PROCESS.remove(realPath);
    }
  }
}
