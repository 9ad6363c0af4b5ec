package dev.paca.cli.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.paca.cli.console.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** A certificate as a JSON file. */
public record CertificateFile(Path path) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** Fails at once where nothing could be written later. */
  public void mustBeWritable() {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(path)) {
      throw new CommandFailed(
          "no certificate can be written to " + path + "; name a file in a folder that is there");
    }
  }

  public void write(Certificate certificate) {
    try {
      Files.writeString(path, JSON.writeValueAsString(certificate) + "\n");
    } catch (IOException e) {
      throw new CommandFailed(path + " cannot be written; may you write there?", e);
    }
  }

  /** From {@code --certificate}, or from what {@code verify --json} printed. */
  public Certificate read() {
    try {
      JsonNode json = JSON.readTree(Files.readString(path));
      return certificate(json.has("certificate") ? json.get("certificate") : json);
    } catch (NoSuchFileException e) {
      throw new CommandFailed("there is no file " + path, e);
    } catch (JsonProcessingException e) {
      throw notOne(e);
    } catch (IOException e) {
      throw new CommandFailed(path + " cannot be read; is it a file, and yours to read?", e);
    }
  }

  private Certificate certificate(JsonNode json) throws JsonProcessingException {
    int format = json.path("format").asInt(Certificate.FORMAT);
    if (format != Certificate.FORMAT) {
      throw new CommandFailed(
          "%s is a certificate of format %d, this paca makes format %d: they cannot be compared"
              .formatted(path, format, Certificate.FORMAT));
    }
    Certificate certificate = JSON.treeToValue(json, Certificate.class);
    if (!whole(certificate)) {
      throw notOne(null);
    }
    return certificate;
  }

  private static boolean whole(Certificate certificate) {
    return certificate != null
        && certificate.format() == Certificate.FORMAT
        && Stream.of(certificate.input(), certificate.rubrics(), certificate.scores())
            .allMatch(Objects::nonNull)
        && Stream.of(
                certificate.input().partitions(),
                certificate.rubrics().years(),
                certificate.scores().years())
            .allMatch(list -> list != null && list.stream().allMatch(Objects::nonNull))
        && certificate.input().partitions().stream().allMatch(p -> p.partition() != null);
  }

  private CommandFailed notOne(Exception cause) {
    return new CommandFailed(
        path + " is not a certificate; one is made by: paca verify --certificate FILE", cause);
  }
}
