package dev.paca.faults.installation;

import java.nio.file.Path;

/**
 * What is run.
 *
 * @param folder where everything is kept: brokers' data, state, logs
 * @param brokers one, or three that can lose one
 * @param instances of the service
 * @param protocol how they agree on who does what: the setting {@code group-protocol}
 */
public record Plan(Path folder, int brokers, int instances, String protocol) {
  /** The protocol by which the clients agree among themselves. */
  public static final String CLASSIC = "classic";

  /** The protocol by which the broker decides. */
  public static final String STREAMS = "streams";
}
