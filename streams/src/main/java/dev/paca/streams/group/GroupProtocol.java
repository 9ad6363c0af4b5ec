package dev.paca.streams.group;

import java.util.Locale;
import org.apache.kafka.common.GroupType;

/** Who assigns the tasks: an instance, for all (classic), or the brokers (streams, KIP-1071). */
public enum GroupProtocol {
  CLASSIC(GroupType.CLASSIC),
  STREAMS(GroupType.STREAMS);

  private final GroupType type;

  GroupProtocol(GroupType type) {
    this.type = type;
  }

  /** As it is written in the configuration, ours and Kafka's. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From the configuration's word. */
  public static GroupProtocol of(String word) {
    for (GroupProtocol protocol : values()) {
      if (protocol.word().equals(word)) {
        return protocol;
      }
    }
    throw new IllegalArgumentException("classic or streams");
  }

  GroupType type() {
    return type;
  }
}
