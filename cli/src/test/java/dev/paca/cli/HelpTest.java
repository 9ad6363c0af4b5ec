package dev.paca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.cli.CommandRun.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/**
 * Every command's help is a promise to scripts and people: it changes only on purpose. Run with
 * {@code -Dpaca.help.update=true} to write the files anew, then read the difference.
 */
class HelpTest {
  private static final Path GOLDEN = Path.of("src/test/resources/help");

  @TestFactory
  Stream<DynamicTest> helpIsAsItWasAgreed() {
    List<List<String>> commands = new ArrayList<>();
    CommandLine root =
        Paca.commandLine(
            new Place(Path.of(""))
                .console(new ByteArrayOutputStream(), new ByteArrayOutputStream()));
    collect(root, List.of(), commands);
    return commands.stream()
        .map(words -> DynamicTest.dynamicTest("paca " + words, () -> check(words)));
  }

  private static void collect(CommandLine command, List<String> words, List<List<String>> into) {
    into.add(words);
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              List<String> below = new ArrayList<>(words);
              below.add(name);
              collect(sub, below, into);
            });
  }

  private static void check(List<String> words) throws IOException {
    List<String> args = new ArrayList<>(words);
    args.add("--help");
    CommandRun run = new Place(Path.of("")).run(args.toArray(String[]::new));
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    Path golden =
        GOLDEN.resolve(
            String.join("-", words).isEmpty() ? "paca.txt" : String.join("-", words) + ".txt");
    if (Boolean.getBoolean("paca.help.update")) {
      Files.writeString(golden, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(golden));
  }
}
