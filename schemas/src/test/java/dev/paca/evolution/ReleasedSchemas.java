package dev.paca.evolution;

import dev.paca.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * The schemas of every release, one folder each, as they are in users' registries and in front of
 * records that are kept for ever. A folder is written once, with {@code mvn test -pl schemas
 * -Dtest=ReleaseTest -Dpaca.release=N}, and never changed.
 */
record ReleasedSchemas(String release, String topic, Schema schema) {
  static final Path FOLDER = Path.of("src/test/resources/released");

  static List<ReleasedSchemas> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".avsc"))
          .sorted()
          .map(ReleasedSchemas::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReleasedSchemas of(Path file) {
    try {
      return new ReleasedSchemas(
          file.getParent().getFileName().toString(),
          file.getFileName().toString().replaceFirst("\\.avsc$", ""),
          new Schema.Parser().parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Schema current(String topic) {
    var type = Topics.valueClass(topic).orElseThrow();
    return SpecificData.getForClass(type).getSchema(type);
  }

  @Override
  public String toString() {
    return release + "/" + topic;
  }
}
