package dev.paca.streams;

import dev.paca.settings.ListenSettings;
import dev.paca.settings.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;

/** Where other instances reach this one. */
final class Advertised {
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

  private Advertised() {}

  /**
   * @param port on which the query service listens
   */
  static HostInfo address(Settings settings, int port) {
    return settings
        .find(StreamsSettings.ADVERTISED)
        .orElseGet(() -> new HostInfo(host(settings.get(ListenSettings.BIND)), port));
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** An instance that listens everywhere is known by its machine's name, as containers are. */
  private static String host(String bind) {
    try {
      return EVERY_ADDRESS.contains(bind) ? InetAddress.getLocalHost().getHostName() : bare(bind);
    } catch (UnknownHostException e) {
      return InetAddress.getLoopbackAddress().getHostAddress();
    }
  }
}
