package dev.paca.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.cli.CommandRun.Place;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Parts parts =
      new Parts(new Place(Path.of("")).console(new ByteArrayOutputStream(), err));
  private final List<String> stopped = new ArrayList<>();

  @Test
  void whatStartedFirstStopsLastAndAPartThatFailsDoesNotKeepTheOthers() {
    parts.add("broker", () -> stopped.add("broker"));
    parts.add(
        "streams",
        () -> {
          throw new IllegalStateException("stuck");
        });
    parts.add("gateway", () -> stopped.add("gateway"));

    parts.close();
    parts.close();

    assertThat(stopped).containsExactly("gateway", "broker");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("paca: streams did not stop cleanly: stuck" + System.lineSeparator());
  }

  @Test
  void aPartThatComesWhileAllStopsIsStoppedAtOnce() {
    parts.close();
    parts.add("late", () -> stopped.add("late"));

    assertThat(stopped).containsExactly("late");
    assertThat(parts.isClosing()).isTrue();
  }
}
