package dev.paca.streams.rubrics;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.QueryRefused;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The history of this instance's global store, for those who ask from outside of its tasks. */
public final class RubricHistory {
  private final KafkaStreams streams;
  private final RubricTable table;

  /**
   * @param deserializer one of its own: tasks use theirs at the same time
   */
  public RubricHistory(KafkaStreams streams, Deserializer<SpecificRecord> deserializer) {
    this.streams = streams;
    this.table = new RubricTable(deserializer);
  }

  /** What was published of the index for a year, oldest first; refuses while it is starting. */
  public List<Publication> of(int year) {
    try {
      ReadOnlyKeyValueStore<byte[], byte[]> store =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                  RubricTable.STORE, QueryableStoreTypes.keyValueStore()));
      return table.history(year, store);
    } catch (InvalidStateStoreException e) {
      throw new QueryRefused(
          ProblemCode.UNAVAILABLE, "The rubrics are being read; ask again in a moment");
    }
  }
}
