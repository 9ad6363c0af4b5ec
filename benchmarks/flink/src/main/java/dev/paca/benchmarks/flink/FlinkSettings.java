package dev.paca.benchmarks.flink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/**
 * How Flink keeps its state, and how often it makes it durable.
 *
 * @param inRocksDb else on the heap, all of which is written at every checkpoint
 */
record FlinkSettings(boolean inRocksDb, Duration checkpointEvery) {
  private static final Map<String, FlinkSettings> VARIANTS =
      Map.of(
          "rocksdb-1s", new FlinkSettings(true, Duration.ofSeconds(1)),
          "rocksdb-100ms", new FlinkSettings(true, Duration.ofMillis(100)),
          "heap-1s", new FlinkSettings(false, Duration.ofSeconds(1)),
          "heap-100ms", new FlinkSettings(false, Duration.ofMillis(100)));

  /** RocksDB's share, off the heap: holds the state of two million reports. */
  private static final MemorySize MANAGED = MemorySize.ofMebiBytes(1024);

  /** One of {@code rocksdb-1s}, {@code rocksdb-100ms}, {@code heap-1s}, {@code heap-100ms}. */
  static FlinkSettings of(String variant) {
    return Optional.ofNullable(VARIANTS.get(variant))
        .orElseThrow(
            () -> new IllegalArgumentException(variant + " is none of " + VARIANTS.keySet()));
  }

  Configuration in(String folder) {
    Path root = Path.of(folder);
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.TMP_DIRS, root.resolve("tmp").toString());
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    // Whatever would fall back to Kryo fails instead.
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointEvery);
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, root.resolve("checkpoints").toUri().toString());
    if (inRocksDb) {
      configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
      configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
      configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
      configuration.set(RocksDBOptions.LOCAL_DIRECTORIES, root.resolve("rocksdb").toString());
      // Most reports are new: without a filter each asks every level for what is not there.
      configuration.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
    } else {
      configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    }
    return configuration;
  }
}
