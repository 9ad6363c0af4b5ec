package dev.paca.cli.rejected;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.console.CommandFailed;
import dev.paca.producers.form.Entry;
import dev.paca.producers.form.JsonEntries;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** One report as a JSON object, to be mended in an editor. */
record MendedFile(Path path) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper PRETTY =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** As a person edits it: a field a line. */
  static String pretty(ObjectNode report) {
    try {
      return PRETTY.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  /** Writes a new file; one that is there may be somebody's work and stays. */
  void write(ObjectNode report) {
    try {
      Files.writeString(path, pretty(report) + "\n", StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailed(path + " is there already; name another file", e);
    } catch (IOException e) {
      throw new CommandFailed(path + " cannot be written", e);
    }
  }

  /** What the object states. */
  Map<String, Entry> entries() {
    try (JsonParser parser = JSON.createParser(text())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new CommandFailed(
            path + " is " + JsonEntries.what(parser) + "; a mended report is one JSON object");
      }
      Map<String, Entry> entries = JsonEntries.of(parser);
      if (parser.nextToken() != null) {
        throw new CommandFailed(
            path
                + " goes on after its object at line "
                + parser.currentTokenLocation().getLineNr()
                + "; a mended report is one JSON object");
      }
      return entries;
    } catch (JsonProcessingException e) {
      throw new CommandFailed(
          "%s is not JSON from line %d, column %d on"
              .formatted(path, e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    } catch (IOException e) {
      throw new CommandFailed(path + " cannot be read", e);
    }
  }

  private String text() throws IOException {
    try {
      String text = Files.readString(path);
      return text.startsWith("\uFEFF") ? text.substring(1) : text; // As some editors leave it.
    } catch (NoSuchFileException e) {
      throw new CommandFailed("there is no file " + path, e);
    } catch (CharacterCodingException e) {
      throw new CommandFailed(path + " is not UTF-8", e);
    }
  }
}
