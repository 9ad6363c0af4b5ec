package dev.paca.local;

import java.util.List;

/**
 * Running processes that serve together under one address.
 *
 * @param address what clients are given: bootstrap servers, or the registry's URL
 * @param behindProxies ports of listeners that are advertised as somebody else's
 */
record Service(String address, List<LocalProcess> processes, List<Integer> behindProxies) {

  /** Stops all at once: a broker that waits for another one to take over must not wait in vain. */
  void stop() {
    SideBySide.each(processes, LocalProcess::stop);
  }
}
