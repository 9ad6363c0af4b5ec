package dev.paca.streams.http;

import java.util.List;

/**
 * Whether this instance should be asked; looked at on every request for it, so it must be quick.
 */
public interface Readiness {

  /** Every condition, met or not, in the order to show them. */
  List<Check> checks();

  /**
   * One condition.
   *
   * @param name short and stable, such as {@code hydrated} or {@code caught up}
   * @param detail for the people who run it: how far, or what is missing
   */
  record Check(String name, boolean ready, String detail) {}
}
