package dev.paca.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.registry.RegistryAvroDeserializer;
import dev.paca.registry.RegistryAvroSerializer;
import dev.paca.scoring.province.Provinces;
import dev.paca.streams.ledger.ReporterIndexes;
import dev.paca.streams.partials.Rounds;
import dev.paca.streams.store.ReportStores;
import dev.paca.streams.watch.RecordCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/**
 * Names of nodes, stores and topics, and which belong to one subtopology, decide where a running
 * cluster's state lies: {@code APPLICATION-STORE-changelog}, task {@code SUBTOPOLOGY_PARTITION}.
 * Run with {@code -Dpaca.topology.update=true} to write the file anew, then read the difference: an
 * instance of the new release beside one of the old would not find its state.
 */
class TopologyGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/topology/v1.txt");

  @Test
  void aRunningClusterFindsItsStateWhereTheLastReleaseLeftIt() throws IOException {
    String described = normalised(PacaTopology.build(options()));
    if (Boolean.getBoolean("paca.topology.update")) {
      Files.writeString(GOLDEN, described);
    }
    assertThat(described)
        .as(
            "the topology is not the released one; a change of names or subtopologies needs a new"
                + " application id or a migration, and a line in docs/operations.md")
        .isEqualTo(Files.readString(GOLDEN));
  }

  private static TopologyOptions options() {
    return new TopologyOptions(
        Provinces.standard(),
        4,
        Rounds.always(Duration.ofMillis(25)),
        ReportStores.ROCKSDB,
        RegistryAvroSerializer::new,
        RegistryAvroDeserializer::new,
        new RecordCounts(),
        new ReporterIndexes(),
        () -> {});
  }

  /** Sets are printed in any order. */
  private static String normalised(Topology topology) {
    return topology
            .describe()
            .toString()
            .lines()
            .map(TopologyGoldenTest::inOrder)
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String inOrder(String line) {
    int from = line.indexOf('[');
    int to = line.indexOf(']');
    if (from < 0 || to < from) {
      return line;
    }
    String sorted =
        Arrays.stream(line.substring(from + 1, to).split(",\\s*"))
            .sorted()
            .collect(Collectors.joining(", "));
    return line.substring(0, from + 1) + sorted + line.substring(to);
  }
}
