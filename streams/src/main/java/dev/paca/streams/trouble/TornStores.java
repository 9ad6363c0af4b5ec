package dev.paca.streams.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores that a crash, a full disk or a bad one has left damaged. Kafka Streams would fail on them
 * again and again; here they are dropped before it starts, and it restores them from their
 * changelogs. Every block is read, as the tasks do anyway when they rebuild their tallies.
 */
public final class TornStores {
  private static final Logger LOG = LoggerFactory.getLogger(TornStores.class);
  private static final String ENGINE = "rocksdb";

  private TornStores() {}

  /**
   * Deletes the folder of each task with a store that cannot be read.
   *
   * @param applicationFolder {@code STATE_DIR/APPLICATION_ID}, its lock held by this process
   * @return how many were deleted
   */
  public static int drop(Path applicationFolder) {
    try {
      int dropped = 0;
      for (Path task : folders(applicationFolder)) {
        for (Path store : folders(task.resolve(ENGINE))) {
          if (isTorn(store)) {
            delete(task);
            dropped++;
            break;
          }
        }
      }
      return dropped;
    } catch (IOException | UncheckedIOException e) {
      throw new StateFolder.Unusable(
          "state-dir " + applicationFolder.toAbsolutePath() + " cannot be read: " + e.getMessage(),
          e);
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static boolean isTorn(Path store) {
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try (Options options = new Options();
        DBOptions dbOptions = new DBOptions()) {
      List<ColumnFamilyDescriptor> families = new ArrayList<>();
      for (byte[] name : RocksDB.listColumnFamilies(options, store.toString())) {
        families.add(new ColumnFamilyDescriptor(name));
      }
      if (families.isEmpty()) {
        families.add(new ColumnFamilyDescriptor("default".getBytes(UTF_8)));
      }
      try (RocksDB db = RocksDB.openReadOnly(dbOptions, store.toString(), families, handles)) {
        db.verifyChecksum();
      } finally {
        handles.forEach(ColumnFamilyHandle::close);
      }
      return false;
    } catch (RocksDBException e) {
      LOG.warn("the store {} is damaged and is restored from Kafka: {}", store, e.getMessage());
      return true;
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
