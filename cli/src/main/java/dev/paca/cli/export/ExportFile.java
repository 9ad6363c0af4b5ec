package dev.paca.cli.export;

import dev.paca.cli.certificate.Sha256;
import dev.paca.streams.recount.Entry;
import dev.paca.streams.recount.InputTopic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** One topic's file while it is written; it gets its name only when it is whole. */
final class ExportFile implements AutoCloseable {
  private final Path path;
  private final Path unfinished;
  private final MessageDigest digest = Sha256.digest();
  private final BufferedWriter writer;
  private long records;

  ExportFile(Path path) throws IOException {
    this.path = path;
    this.unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new DigestOutputStream(Files.newOutputStream(unfinished), digest),
                StandardCharsets.UTF_8));
  }

  void add(Entry entry) {
    try {
      writer.write(EntryLine.write(entry));
      writer.write('\n');
      records++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the file and says what it holds. */
  Manifest.ExportedTopic finish(InputTopic topic) throws IOException {
    writer.close();
    Files.move(unfinished, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return new Manifest.ExportedTopic(
        topic.topic(),
        path.getFileName().toString(),
        topic.partitions(),
        topic.ends(),
        records,
        Sha256.hex(digest.digest()));
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(unfinished);
  }
}
