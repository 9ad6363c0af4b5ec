package dev.paca.faults.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The stores of one instance on its disk, and what may happen to them while it is down. */
public record StateFolder(Path folder) {
  private static final int SMEARED_BYTES = 64;

  /** What a disk may do to files. */
  public enum Damage {
    /** Some bytes in the middle of the tables are others. */
    OVERWRITTEN,
    /** The tables end in their middle. */
    TRUNCATED,
    /** The files that say how far the stores are, or which files make them up, are gone. */
    BOOKKEEPING_GONE,
    /** The tables are gone. */
    TABLES_GONE
  }

  /** Everything is gone. */
  public void delete() {
    for (Path each : files(folder, path -> true)) {
      delete(each);
    }
  }

  /**
   * @return how many files were hit
   */
  public int damage(Damage damage, SplittableRandom dice) {
    List<Path> hit =
        damage == Damage.BOOKKEEPING_GONE
            ? files(folder, StateFolder::keepsTheBooks)
            : files(folder, StateFolder::isTable);
    for (Path file : hit) {
      switch (damage) {
        case OVERWRITTEN -> overwrite(file, dice);
        case TRUNCATED -> truncate(file, dice);
        case BOOKKEEPING_GONE, TABLES_GONE -> delete(file);
      }
    }
    return hit.size();
  }

  private static boolean isTable(Path file) {
    return file.toString().endsWith(".sst");
  }

  private static boolean keepsTheBooks(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".checkpoint") || name.equals("CURRENT") || name.startsWith("MANIFEST");
  }

  private static void overwrite(Path file, SplittableRandom dice) {
    byte[] smear = new byte[SMEARED_BYTES];
    dice.nextBytes(smear);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(smear), dice.nextLong(Math.max(1, channel.size() / 2)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be overwritten", e);
    }
  }

  private static void truncate(Path file, SplittableRandom dice) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(dice.nextLong(Math.max(1, channel.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be truncated", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be deleted", e);
    }
  }

  /** What is in a folder before the folder, in an order that a seed can rely on. */
  private static List<Path> files(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(wanted).sorted(Comparator.<Path>naturalOrder().reversed()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }
}
