package dev.paca.benchmarks.suite;

import dev.paca.benchmarks.ground.Ground;
import dev.paca.cli.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What parts share. One ground lies at a time: the machine is small. */
public final class Stage implements AutoCloseable {
  private final Console console;
  private final Path folder;
  private final Sizes sizes;
  private final List<String> contenders;
  private Optional<Ground> ground = Optional.empty();

  /**
   * @param folder for everything that is written while measuring
   * @param contenders who drains, by name; all where it is empty
   */
  public Stage(Console console, Path folder, Sizes sizes, List<String> contenders) {
    this.console = console;
    this.folder = folder;
    this.sizes = sizes;
    this.contenders = List.copyOf(contenders);
  }

  public Console console() {
    return console;
  }

  public Sizes sizes() {
    return sizes;
  }

  /** Whether this one drains. */
  public boolean includes(String contender) {
    return contenders.isEmpty() || contenders.contains(contender);
  }

  /** For whatever a part writes. */
  public Path folder() {
    return folder;
  }

  /** The ground of all parts but growth, laid when it is first asked for. */
  public Ground ground() throws IOException {
    if (ground.isEmpty()) {
      ground =
          Optional.of(
              Ground.lay(folder.resolve("bed"), console, sizes.reports(), sizes.forLatency()));
    }
    return ground.get();
  }

  /** Growth's own, in the place of the other one. */
  public Ground groundForGrowth() throws IOException {
    close();
    ground = Optional.of(Ground.lay(folder.resolve("growth"), console, sizes.growthReports(), 0));
    return ground.get();
  }

  @Override
  public void close() {
    ground.ifPresent(Ground::close);
    ground = Optional.empty();
  }
}
