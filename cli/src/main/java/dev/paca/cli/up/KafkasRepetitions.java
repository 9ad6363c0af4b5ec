package dev.paca.cli.up;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each thing that Kafka's clients say through once a minute. While a broker is away every
 * connection of every client says so several times a second.
 */
public final class KafkasRepetitions extends Filter<ILoggingEvent> {
  private static final long AGAIN_AFTER_MS = Duration.ofMinutes(1).toMillis();
  private static final int REMEMBERED = 200;

  private final Map<String, Long> saidAt =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Override
  public synchronized FilterReply decide(ILoggingEvent event) {
    if (!event.getLoggerName().startsWith("org.apache.kafka")) {
      return FilterReply.NEUTRAL;
    }
    // Which client, which node and which attempt it is makes no other message.
    String what =
        event.getLoggerName()
            + event.getFormattedMessage().replaceAll("\\[[^\\]]*\\]|\\d+", "").strip();
    Long before = saidAt.get(what);
    if (before != null && event.getTimeStamp() - before < AGAIN_AFTER_MS) {
      return FilterReply.DENY;
    }
    saidAt.remove(what);
    saidAt.put(what, event.getTimeStamp());
    return FilterReply.NEUTRAL;
  }
}
