package dev.paca.streams;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.ListenSettings;
import dev.paca.settings.Parsers;
import dev.paca.settings.Setting;
import dev.paca.streams.group.GroupProtocol;
import dev.paca.streams.store.ReportStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.HostInfo;

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

  /** Each commits transactions of its own: while one waits for that, the other works. */
  public static final Setting<Integer> THREADS =
      Setting.of("stream-threads", Parsers.whole(1, 64), "stream threads of this instance").or("2");

  /** At the latest: whoever has told something asks for the commit at once. */
  public static final Setting<Duration> COMMIT_INTERVAL =
      Setting.of("commit-interval", Parsers.DURATION_TEXT, "how often transactions are committed")
          .or("100ms");

  /**
   * Short, for a score is seen only after three transactions: the ledger's, that of matters, and
   * scoring's; each costs the brokers a mark in every partition it wrote to.
   */
  public static final Setting<Duration> FLUSH_INTERVAL =
      Setting.of(
              "flush-interval",
              Parsers.DURATION_TEXT,
              "how long changes are gathered before they are sent on and committed; up to four"
                  + " times as long under load")
          .or("25ms");

  /** About a kilobyte of memory for each; the default fits beside the rest into half a gigabyte. */
  public static final Setting<Integer> PAST_RECORDS =
      Setting.of(
              "past-records",
              Parsers.whole(0, Integer.MAX_VALUE),
              "with more input records than this, questions about the past are refused here")
          .or("200000");

  /** Told to the group, and used by other instances only. */
  public static final Setting<HostInfo> ADVERTISED =
      Setting.of(
          "advertised",
          StreamsSettings::address,
          "HOST:PORT at which other instances reach this query service; else bind, or this"
              + " machine's name where that is every address, and the port it got");

  /** One instance alone has nowhere to put a copy. */
  public static final Setting<Integer> STANDBYS =
      Setting.of(
              "standbys",
              Parsers.whole(0, 5),
              "copies of every store kept by other instances; 1 where there are several")
          .or("0");

  /**
   * A restore does as much in a fraction of a second. Near 0 the marks of commits alone, which
   * count as lag, could keep a copy from ever being good enough.
   */
  public static final Setting<Integer> RECOVERY_LAG =
      Setting.of(
              "acceptable-recovery-lag",
              Parsers.whole(0, Integer.MAX_VALUE),
              "a copy at most this many changelog records behind may take a task over")
          .or("10000");

  /** Each round moves what is ready to its place, and costs a rebalance while something is not. */
  public static final Setting<Duration> PROBING_INTERVAL =
      Setting.of(
              "probing-interval",
              text -> atLeast(Duration.ofMinutes(1), "1m", text),
              "how often it is looked whether copies are ready to take tasks over; at least 1m")
          .or("1m");

  /** Longer than any hop that goes well; shorter than a person's or a proxy's patience. */
  public static final Setting<Duration> PEER_DEADLINE =
      Setting.of(
              "peer-deadline",
              Parsers.DURATION_TEXT,
              "how long one question may wait for other instances, all together")
          .or("2s");

  /**
   * Beyond the session time-out and a restart, so that it ends what has gone wrong, not a failover.
   */
  public static final Setting<Duration> STANDBY_MAX_AGE =
      Setting.of(
              "standby-max-age",
              Parsers.DURATION_TEXT,
              "a standby that may be further behind than this answers nothing")
          .or("5m");

  /** Another one's tasks are taken over by what the protocol offers for that; see docs/adr/0014. */
  public static final Setting<GroupProtocol> GROUP_PROTOCOL =
      Setting.of(
              "group-protocol",
              GroupProtocol::of,
              "who assigns the tasks: classic (an instance) or streams (the brokers);"
                  + " the same in all instances")
          .or("classic");

  /** No default: with classic it is 10 s, with streams what the brokers have, 45 s by default. */
  public static final Setting<Duration> SESSION_TIMEOUT =
      Setting.of(
          "session-timeout",
          text -> atLeast(Duration.ofSeconds(6), "6s", text),
          "an instance that is silent for so long loses its tasks; at least 6s. Else 10s, and with"
              + " group-protocol streams what the brokers say");

  /** Above what lies between two commits at full speed, so that load alone is no delay. */
  public static final Setting<Integer> CAUGHT_UP_LAG =
      Setting.of(
              "caught-up-lag",
              Parsers.whole(0, Integer.MAX_VALUE),
              "an input partition at most this many records behind counts as caught up")
          .or("10000");

  /**
   * For all stores of the instance, whatever their number. What does not fit is read from the
   * system's page cache or the disk.
   */
  public static final Setting<Integer> ROCKSDB_CACHE =
      Setting.of(
              "rocksdb-cache",
              Parsers.whole(8 << 20, Integer.MAX_VALUE),
              "bytes of memory for the stores of this instance, write buffers included")
          .or("268435456");

  /** Three eighths: more would leave reads too little, less makes many small files. */
  public static final Setting<Integer> ROCKSDB_WRITE_BUFFERS =
      Setting.of(
              "rocksdb-write-buffers",
              Parsers.whole(1 << 20, Integer.MAX_VALUE),
              "bytes of rocksdb-cache that may hold what is not on disk yet")
          .or("100663296");

  /** A heap bounds how many reports one instance can hold; a disk hardly does. */
  public static final Setting<ReportStores> REPORT_STORES =
      Setting.of(
              "report-stores",
              ReportStores::of,
              "where reports are kept: rocksdb (local disk) or memory (the heap: faster, restored"
                  + " whole at every start)")
          .or("rocksdb");

  private StreamsSettings() {}

  /** Kafka takes no less. */
  private static Duration atLeast(Duration least, String word, String text) {
    Duration duration = Parsers.DURATION_TEXT.parse(text);
    if (duration.compareTo(least) < 0) {
      throw new IllegalArgumentException("a duration of at least " + word);
    }
    return duration;
  }

  /** A name that a URL can hold, so no underscore. */
  private static HostInfo address(String text) {
    if (!text.matches("([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+]):[1-9]\\d{0,4}")) {
      throw new IllegalArgumentException("HOST:PORT, the host without an underscore");
    }
    return HostInfo.buildFromEndpoint(text);
  }

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
                PAST_RECORDS,
                ADVERTISED,
                STANDBYS,
                RECOVERY_LAG,
                PROBING_INTERVAL,
                GROUP_PROTOCOL,
                SESSION_TIMEOUT,
                PEER_DEADLINE,
                STANDBY_MAX_AGE,
                CAUGHT_UP_LAG,
                REPORT_STORES,
                ROCKSDB_CACHE,
                ROCKSDB_WRITE_BUFFERS))
        .toList();
  }
}
