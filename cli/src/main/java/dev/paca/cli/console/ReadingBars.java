package dev.paca.cli.console;

import dev.paca.streams.recount.ReadingProgress;

/** A {@link Progress} bar for each topic that is read. */
public record ReadingBars(Console console) implements ReadingProgress {

  @Override
  public Part start(String topic, long total) {
    return new Bar(new Progress(console, topic, total));
  }

  private record Bar(Progress progress) implements Part {
    @Override
    public void at(long done) {
      progress.at(done);
    }

    @Override
    public void close() {
      progress.close();
    }
  }
}
