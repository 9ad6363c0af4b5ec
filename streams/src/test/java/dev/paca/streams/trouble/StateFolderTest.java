package dev.paca.streams.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir private Path folder;

  @Test
  void aFolderThatCanBeWrittenIsMadeAndLeftEmpty() {
    StateFolder.check(folder.resolve("new"), "paca");

    assertThat(folder.resolve("new").resolve("paca")).isEmptyDirectory();
  }

  @Test
  void aFileInThePlaceOfTheFolderIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("state"), "not a folder");

    assertThatExceptionOfType(StateFolder.Unusable.class)
        .isThrownBy(() -> StateFolder.check(file, "paca"))
        .withMessageContaining(file.toString())
        .withMessageContaining("a file is in its place")
        .withMessageContaining("PACA_STATE_DIR");
  }

  @Test
  void aFolderThatNobodyCanWriteIsNamedAlsoToRoot() {
    Path nowhere = Path.of("/proc/paca-state");

    assertThatExceptionOfType(StateFolder.Unusable.class)
        .isThrownBy(() -> StateFolder.check(nowhere, "paca"))
        .withMessageContaining("state-dir " + nowhere + " cannot be written")
        .withMessageContaining(System.getProperty("user.name"));
  }
}
