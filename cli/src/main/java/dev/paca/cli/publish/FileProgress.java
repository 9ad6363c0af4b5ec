package dev.paca.cli.publish;

import dev.paca.cli.console.Console;
import dev.paca.cli.console.Progress;
import java.nio.file.Path;

/** A file's progress as a bar, a bar for each step. */
final class FileProgress implements dev.paca.producers.files.Progress, AutoCloseable {
  private final Console console;
  private final String name;
  private Step current;
  private Progress bar;

  FileProgress(Console console, Path file) {
    this.console = console;
    this.name = String.valueOf(file.getFileName());
  }

  @Override
  public void at(Step step, long done, long total) {
    if (total == 0) {
      return; // How many there are is not known: nothing to draw.
    }
    if (step != current) {
      close();
      current = step;
      bar = new Progress(console, name + " " + word(step), total);
    }
    bar.at(done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      current = null;
    }
  }

  private static String word(Step step) {
    return switch (step) {
      case CHECKING -> "checked";
      case COMPARING -> "compared";
      case PUBLISHING -> "published";
    };
  }
}
