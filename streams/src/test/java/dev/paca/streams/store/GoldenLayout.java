package dev.paca.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The bytes of one store or internal topic as a release writes them, for fixed samples: a line an
 * entry, key and value in hex. Run with {@code -Dpaca.layout.update=true} to write a new file.
 */
public record GoldenLayout(String name) {
  private static final Path FOLDER = Path.of("src/test/resources/layouts/v1");
  private static final HexFormat HEX = HexFormat.of();

  /** One entry; carried, never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Entry(byte[] key, byte[] value) {
    String line() {
      return HEX.formatHex(key) + " " + HEX.formatHex(value);
    }
  }

  /** Fails where today's code would write other bytes than the release. */
  public void writes(List<Entry> entries) throws IOException {
    List<String> lines = entries.stream().map(Entry::line).toList();
    if (Boolean.getBoolean("paca.layout.update")) {
      Files.write(file(), lines);
    }
    assertThat(lines)
        .as(
            "%s is written otherwise than by the last release. A store of that release must still"
                + " open: raise AvroCodec.LAYOUT, keep reading the old layout by the schema of old,"
                + " leave layouts/v1 as it is and add layouts/v2",
            name)
        .isEqualTo(Files.readAllLines(file()));
  }

  /** As {@link #writes(List)}, of everything in a store. */
  public void writes(KeyValueStore<byte[], byte[]> store) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (KeyValueIterator<byte[], byte[]> all = store.all()) {
      all.forEachRemaining(entry -> entries.add(new Entry(entry.key, entry.value)));
    }
    writes(entries);
  }

  /** What the release wrote. */
  public List<Entry> released() throws IOException {
    return Files.readAllLines(file()).stream()
        .map(line -> line.split(" ", 2))
        .map(hex -> new Entry(HEX.parseHex(hex[0]), HEX.parseHex(hex[1])))
        .toList();
  }

  /** A store as the release left it. */
  public KeyValueStore<byte[], byte[]> releasedStore() throws IOException {
    KeyValueStore<byte[], byte[]> store = emptyStore();
    released().forEach(entry -> store.put(entry.key(), entry.value()));
    return store;
  }

  /** A store in memory, without a changelog. */
  public static KeyValueStore<byte[], byte[]> emptyStore() {
    KeyValueStore<byte[], byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("layout"), Serdes.ByteArray(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    return store;
  }

  private Path file() {
    return FOLDER.resolve(name + ".hex");
  }
}
