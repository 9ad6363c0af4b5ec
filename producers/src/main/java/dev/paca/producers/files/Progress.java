package dev.paca.producers.files;

/** Hears how far a file is. Called on the thread that publishes, once for each row. */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (step, done, total) -> {};

  /** What is being done. */
  enum Step {
    /** Rows are read and checked; how many there are is not known yet. */
    CHECKING,
    /** The topic is read for what is published already; counted in its records. */
    COMPARING,
    /** Rows are published. */
    PUBLISHING
  }

  /**
   * @param total 0 while it is not known
   */
  void at(Step step, long done, long total);
}
