package dev.paca.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Not a check: writes today's schemas down as those of a release. */
@EnabledIfSystemProperty(named = "paca.release", matches = "\\d+")
class ReleaseTest {
  @Test
  void writesTodaysSchemasDownAsARelease() throws IOException {
    Path folder = ReleasedSchemas.FOLDER.resolve("v" + System.getProperty("paca.release"));
    assertThat(folder).doesNotExist();
    Files.createDirectories(folder);
    for (String topic : Topics.registered().keySet()) {
      String schema = ReleasedSchemas.current(topic).toString(true) + "\n";
      Files.writeString(folder.resolve(topic + ".avsc"), schema);
    }
  }
}
