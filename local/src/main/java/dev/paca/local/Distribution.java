package dev.paca.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the files of the broker and the registry lie: in {@code broker/} and {@code registry/} of
 * the folder that the system property {@value #PROPERTY} names, else of the one that the build laid
 * out near this class's own jar or folder.
 */
record Distribution(Path root) {
  static final String PROPERTY = "paca.local.dist";

  static Distribution find() {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isEmpty()) {
      return new Distribution(Path.of(named).toAbsolutePath());
    }
    for (Path near = ownCode(); near != null; near = near.getParent()) {
      for (String place : new String[] {"dist", "local/target/dist"}) {
        if (Files.isDirectory(near.resolve(place).resolve("broker"))) {
          return new Distribution(near.resolve(place));
        }
      }
    }
    throw new LocalFailure(
        "no broker found near %s: build first, or name the folder with -D%s"
            .formatted(ownCode(), PROPERTY));
  }

  /** The jar or folder that holds this class: also what a child needs to be kept on a leash. */
  static Path ownCode() {
    try {
      return Path.of(
          Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new LocalFailure("cannot tell where paca-local lies", e);
    }
  }

  String brokerJars() {
    return root.resolve("broker").resolve("*").toString();
  }

  /** The one jar whose manifest names all others. */
  Path registryJar() {
    Path folder = root.resolve("registry");
    try (Stream<Path> files = Files.list(folder)) {
      Optional<Path> runner =
          files.filter(f -> f.getFileName().toString().endsWith("-runner.jar")).findFirst();
      return runner.orElseThrow(() -> new LocalFailure("no registry found in " + folder));
    } catch (IOException e) {
      throw new LocalFailure("no registry found in " + folder + ": build first", e);
    }
  }
}
