package dev.paca.streams;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.ListenSettings;
import dev.paca.settings.Parsers;
import dev.paca.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The settings of the streams service; the defaults are for one instance on one machine. */
public final class StreamsSettings {
  public static final Setting<Integer> HTTP_PORT =
      Setting.of("http-port", Parsers.PORT, "port of the query service, 0 for a free one")
          .or("8080");

  public static final Setting<String> APPLICATION_ID =
      Setting.of("application-id", Parsers.TEXT, "application id of Kafka Streams").or("paca");

  public static final Setting<Path> STATE_DIR =
      Setting.of("state-dir", Parsers.PATH, "folder of the state stores").or(".paca/streams");

  /** Static membership: an instance that comes back takes its tasks over at once. */
  public static final Setting<String> INSTANCE_ID =
      Setting.of(
              "instance-id",
              Parsers.TEXT,
              "name of this instance, stable over restarts and different for each")
          .or("paca-1");

  public static final Setting<Integer> THREADS =
      Setting.of("stream-threads", Parsers.whole(1, 64), "stream threads of this instance").or("2");

  /** Short, for a score is seen only after its transaction: two of them lie on the way. */
  public static final Setting<Duration> COMMIT_INTERVAL =
      Setting.of("commit-interval", Parsers.DURATION_TEXT, "how often transactions are committed")
          .or("50ms");

  public static final Setting<Duration> FLUSH_INTERVAL =
      Setting.of(
              "flush-interval",
              Parsers.DURATION_TEXT,
              "how long changes are gathered before they" + " are sent on")
          .or("25ms");

  /** About a kilobyte of memory for each; the default fits beside the rest into half a gigabyte. */
  public static final Setting<Integer> PAST_RECORDS =
      Setting.of(
              "past-records",
              Parsers.whole(0, Integer.MAX_VALUE),
              "with more input records than this, questions about the past are refused here")
          .or("200000");

  private StreamsSettings() {}

  /** Every setting of the service, those of its Kafka clients included, to declare. */
  public static List<Setting<?>> all() {
    return Stream.concat(
            ClientSettings.all().stream(),
            Stream.of(
                ListenSettings.BIND,
                HTTP_PORT,
                APPLICATION_ID,
                STATE_DIR,
                INSTANCE_ID,
                THREADS,
                COMMIT_INTERVAL,
                FLUSH_INTERVAL,
                PAST_RECORDS))
        .toList();
  }
}
