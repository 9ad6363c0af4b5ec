package dev.paca.cli.up;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where the services of this process write their log. */
final class Logs {
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{20} %msg%n%trace";
  private static final int MEGABYTE = 1 << 20;

  private Logs() {}

  /** To a file that keeps its last 10 MB and the 10 before. */
  static void toFile(Path file) {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    LoggerContext context = emptied();
    appender.setFile(file.toString());
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMinIndex(1);
    rolling.setMaxIndex(1);
    rolling.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(10L * MEGABYTE));
    size.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(size);
    start(context, appender);
  }

  /** To stderr, for a service that something else collects the log of. */
  static void toStderr() {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setTarget("System.err");
    start(emptied(), appender);
  }

  // A thread that fails would print its stack trace to stderr, between the lines for people.
  private static void logUncaught() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) ->
            LoggerFactory.getLogger(Logs.class).error("{} failed", thread.getName(), failure));
  }

  private static LoggerContext emptied() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    return context;
  }

  private static void start(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender) {
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern(LINE);
    layout.getInstanceConverterMap().put("trace", OurTraces::new);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    appender.addFilter(new KafkasRepetitions());
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    context.getLogger("ROOT").addAppender(appender);
    context.getLogger("ROOT").setLevel(Level.INFO);
    // Each client prints its whole configuration, some 200 lines, whenever one is made.
    context.getLogger("org.apache.kafka").setLevel(Level.WARN);
    logUncaught();
  }
}
