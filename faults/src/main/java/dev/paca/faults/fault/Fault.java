package dev.paca.faults.fault;

/** Something that goes wrong. */
public interface Fault {
  /** As it is named on the command line and in results. */
  String name();

  /** What happens, in one line. */
  String what();

  /** How often it strikes in one round; what goes wrong in a moment must be tried at several. */
  default int times() {
    return 1;
  }

  /** Strikes once, and returns when everything runs again. */
  void strike(Scene scene) throws InterruptedException;
}
