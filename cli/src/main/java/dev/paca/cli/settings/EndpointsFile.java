package dev.paca.cli.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.console.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;

/** DIR/endpoints.json: there exactly while {@code paca up} runs on DIR. */
public record EndpointsFile(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static EndpointsFile in(Path data) {
    return new EndpointsFile(data.resolve("endpoints.json"));
  }

  /** Empty when nothing runs there. */
  public Map<Endpoint, String> read() {
    Map<Endpoint, String> found = new EnumMap<>(Endpoint.class);
    try {
      JsonNode file = JSON.readTree(Files.readString(path));
      for (Endpoint endpoint : Endpoint.values()) {
        if (file.path(endpoint.key()).isTextual()) {
          found.put(endpoint, file.get(endpoint.key()).textValue());
        }
      }
    } catch (NoSuchFileException e) {
      return found;
    } catch (IOException e) {
      throw new CommandFailed(path + " cannot be read as JSON: stop paca up and start it again", e);
    }
    return found;
  }

  /** A reader sees the old file or the whole new one, never half. */
  public void write(Map<Endpoint, String> endpoints) throws IOException {
    ObjectNode file = JSON.createObjectNode();
    endpoints.forEach((endpoint, value) -> file.put(endpoint.key(), value));
    Path next = path.resolveSibling(path.getFileName() + ".next");
    Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n");
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  public void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
