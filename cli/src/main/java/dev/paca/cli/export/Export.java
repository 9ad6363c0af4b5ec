package dev.paca.cli.export;

import dev.paca.streams.recount.CommittedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the committed input as files: one a topic, and the manifest when all are whole. */
public final class Export {
  private Export() {}

  /**
   * @param dir made if it is not there
   * @return how many records were written
   */
  public static long write(CommittedInput input, Path dir, Instant when) throws IOException {
    Files.createDirectories(dir);
    List<Manifest.ExportedTopic> exported = new ArrayList<>();
    for (String topic : CommittedInput.topics()) {
      try (ExportFile file = new ExportFile(dir.resolve(topic + ".jsonl"))) {
        exported.add(file.finish(input.read(topic, file::add)));
      }
    }
    new Manifest(when.toString(), exported).write(dir);
    return exported.stream().mapToLong(Manifest.ExportedTopic::records).sum();
  }
}
