package dev.paca.cli.up;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * The trace of what our own code logs. Kafka's clients log theirs at each of their layers, fifty
 * lines each time; what an operator needs of a failure is said by us in one.
 */
public final class OurTraces extends ThrowableProxyConverter {

  @Override
  public String convert(ILoggingEvent event) {
    return event.getLoggerName().startsWith("org.apache.kafka") ? "" : super.convert(event);
  }
}
