package dev.paca.streams.routing;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Who keeps a partition.
 *
 * @param owner the one that works on it; empty while nobody is known to
 * @param standbys by host and port, so that the order is the same each time
 * @param others who may keep it as well, for all that is known; empty where all is known
 */
public record Holders(Optional<HostInfo> owner, List<HostInfo> standbys, List<HostInfo> others) {
  public static final Holders UNKNOWN = new Holders(Optional.empty(), List.of());

  /** Where all is known. */
  public Holders(Optional<HostInfo> owner, List<HostInfo> standbys) {
    this(owner, standbys, List.of());
  }
}
