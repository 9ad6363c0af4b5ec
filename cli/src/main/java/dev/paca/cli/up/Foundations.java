package dev.paca.cli.up;

import dev.paca.cli.console.Console;
import dev.paca.cli.rubric.PublishedRubrics;
import dev.paca.cli.rubric.RubricFile;
import dev.paca.cli.settings.TopicOptions;
import dev.paca.registry.SchemaRegistration;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.topics.TopicsAdmin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** What the services stand on: topics, schemas, and the rubrics of the repository. */
public record Foundations(Console console, Settings settings) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Makes what is missing and leaves what is there; says what it made. */
  public void lay() throws IOException {
    Map<String, Object> clients = ClientSettings.kafka(settings);
    try (Admin admin = Admin.create(clients)) {
      List<String> made =
          new TopicsAdmin(admin, PATIENCE).create(TopicOptions.definitions(settings));
      if (!made.isEmpty()) {
        console.say(made.size() + " topics made");
      }
    }
    SchemaRegistration.registerAll(clients);
    List<RubricFile> published = new PublishedRubrics(clients, settings).publishNew(rubrics());
    if (!published.isEmpty()) {
      console.say(published.size() + " rubrics published");
    }
  }

  private List<RubricFile> rubrics() throws IOException {
    Path folder = console.home().resolve("rubrics");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".yaml"))
          .sorted()
          .map(RubricFile::read)
          .toList();
    }
  }
}
