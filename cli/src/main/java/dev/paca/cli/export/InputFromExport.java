package dev.paca.cli.export;

import dev.paca.cli.certificate.Sha256;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.Entry;
import dev.paca.streams.recount.InputTopic;
import dev.paca.streams.recount.InputUnavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.function.Consumer;

/** The committed input from an export's files; each must be as its manifest says. */
public record InputFromExport(Path dir) implements CommittedInput {

  @Override
  public int partitions(String topic) {
    return manifest().topic(topic).partitions();
  }

  @Override
  public InputTopic read(String topic, Consumer<Entry> each) {
    Manifest.ExportedTopic exported = manifest().topic(topic);
    Path file = dir.resolve(exported.file());
    MessageDigest digest = Sha256.digest();
    long line = 0;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new DigestInputStream(Files.newInputStream(file), digest),
                StandardCharsets.UTF_8))) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        each.accept(EntryLine.read(topic, text));
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new InputUnavailable(file + ", line " + line + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputUnavailable(file + " cannot be read; is it there, and yours to read?", e);
    }
    if (!Sha256.hex(digest.digest()).equals(exported.sha256())) {
      throw new InputUnavailable(file + " is not as it was exported: its SHA-256 differs");
    }
    return new InputTopic(topic, exported.partitions(), exported.ends());
  }

  @Override
  public boolean grows() {
    return false;
  }

  private Manifest manifest() {
    try {
      return Manifest.read(dir);
    } catch (IOException e) {
      throw new InputUnavailable(
          "the manifest of " + dir + " cannot be read; was it made by: paca export " + dir, e);
    }
  }
}
