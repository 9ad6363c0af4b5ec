package dev.paca.faults.network;

/** Where bytes wait while the line is cut. */
final class Gate {
  private boolean open = true;

  synchronized void open() {
    open = true;
    notifyAll();
  }

  synchronized void shut() {
    open = false;
  }

  /** Returns once the line is whole. */
  synchronized void pass() throws InterruptedException {
    while (!open) {
      wait();
    }
  }
}
