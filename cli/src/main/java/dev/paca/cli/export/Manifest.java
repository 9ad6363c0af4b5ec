package dev.paca.cli.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.paca.streams.recount.InputUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** DIR/manifest.json: what an export holds, how far it goes, and how to tell that it is whole. */
record Manifest(String exportedAt, List<ExportedTopic> topics) {
  private static final String NAME = "manifest.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * @param ends the next offset after the last one exported, by partition
   * @param sha256 of the file, in lower-case hexadecimal
   */
  record ExportedTopic(
      String topic,
      String file,
      int partitions,
      Map<Integer, Long> ends,
      long records,
      String sha256) {}

  void write(Path dir) throws IOException {
    Files.writeString(dir.resolve(NAME), JSON.writeValueAsString(this) + "\n");
  }

  static Manifest read(Path dir) throws IOException {
    try {
      return JSON.readValue(Files.readString(dir.resolve(NAME)), Manifest.class);
    } catch (NoSuchFileException e) {
      throw new InputUnavailable(
          dir + " has no " + NAME + "; was it made by: paca export " + dir, e);
    }
  }

  ExportedTopic topic(String name) {
    return topics.stream()
        .filter(exported -> exported.topic().equals(name))
        .findFirst()
        .orElseThrow(() -> new InputUnavailable("the export has no " + name));
  }
}
