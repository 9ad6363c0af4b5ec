package dev.paca.benchmarks.contender;

import dev.paca.benchmarks.checkout.Repository;
import dev.paca.benchmarks.peer.DslPeer;
import dev.paca.benchmarks.peer.Loop;
import java.util.List;
import java.util.Map;

/** All of them, in the order of the table: the limits first. */
public final class Contenders {
  private static final String HEAP = "1g";

  /** For those that keep every report on the heap. */
  private static final String LARGE_HEAP = "4g";

  /** For Flink's own memory beside the state, which is in RocksDB and off the heap. */
  private static final String FLINK_HEAP = "2g";

  private static final String FLINK = "dev.paca.benchmarks.flink.FlinkPeer";

  /** What others are compared with. */
  public static final String PLAIN_LOOP = "loop-logged";

  public static final String PACA = "paca";
  public static final String PACA_IN_MEMORY = "paca-memory";

  /** One of each kind, where it is to be seen that all works. */
  public static final List<String> QUICK = List.of(PLAIN_LOOP, PACA, "dsl", "flink-rocksdb-1s");

  private Contenders() {}

  public static List<Contender> all() {
    return List.of(
        loop("consume", "consume only", false),
        loop("decode", "consume and decode", false),
        loop("fold", "fold in a HashMap, nothing durable", true),
        loop("logged", "plain loop, one transactional changelog record per report", true),
        new Paca(PACA, "Paca, ledger in RocksDB", Map.of(), HEAP),
        new Paca(
            PACA_IN_MEMORY,
            "Paca, ledger in memory",
            Map.of("report-stores", "memory"),
            LARGE_HEAP),
        new Peer(
            "dsl", "Kafka Streams DSL", Contenders::here, DslPeer.class.getName(), "", true, HEAP),
        flink("rocksdb-1s", "Flink, RocksDB, checkpoints every 1 s", FLINK_HEAP),
        flink("rocksdb-100ms", "Flink, RocksDB, checkpoints every 100 ms", FLINK_HEAP),
        flink("heap-1s", "Flink, state on the heap, checkpoints every 1 s", LARGE_HEAP),
        flink("heap-100ms", "Flink, state on the heap, checkpoints every 100 ms", LARGE_HEAP));
  }

  private static Contender loop(String variant, String title, boolean folds) {
    return new Peer(
        "loop-" + variant,
        title,
        Contenders::here,
        Loop.class.getName(),
        variant,
        folds,
        LARGE_HEAP);
  }

  private static Contender flink(String variant, String title, String heap) {
    return new Peer(
        "flink-" + variant,
        title,
        () -> Repository.find().flinkClassPath(),
        FLINK,
        variant,
        true,
        heap);
  }

  private static String here() {
    return System.getProperty("java.class.path");
  }
}
