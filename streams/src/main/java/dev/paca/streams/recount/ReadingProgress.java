package dev.paca.streams.recount;

/** Hears how far reading is, a topic at a time. */
@FunctionalInterface
public interface ReadingProgress {
  /** For who does not want to know. */
  ReadingProgress NONE =
      (topic, total) ->
          new Part() {
            @Override
            public void at(long done) {}

            @Override
            public void close() {}
          };

  /**
   * A topic is begun.
   *
   * @param total about how many records it will be
   */
  Part start(String topic, long total);

  /** One topic while it is read; closed at its end, whether that came well or not. */
  interface Part extends AutoCloseable {
    /** So many records are read. */
    void at(long done);

    @Override
    void close();
  }
}
