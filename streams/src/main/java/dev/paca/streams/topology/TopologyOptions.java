package dev.paca.streams.topology;

import dev.paca.scoring.province.Provinces;
import dev.paca.streams.ledger.ReporterIndexes;
import dev.paca.streams.partials.Rounds;
import dev.paca.streams.store.ReportStores;
import dev.paca.streams.watch.RecordCounts;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What the topology is built from.
 *
 * @param inputPartitions of every report topic and of the matters topic
 * @param rounds in which changes are gathered before they are sent on
 * @param stores of what kind those are that grow with the reports
 * @param deserializer a new one for each task: the serde classes come from configuration
 * @param counts is told what becomes of every record
 * @param reporters is told who reports, by every ledger task that runs here
 * @param beforeTask run by a stream thread before it makes a task; may wait
 */
public record TopologyOptions(
    Provinces provinces,
    int inputPartitions,
    Rounds rounds,
    ReportStores stores,
    Supplier<Serializer<SpecificRecord>> serializer,
    Supplier<Deserializer<SpecificRecord>> deserializer,
    RecordCounts counts,
    ReporterIndexes reporters,
    Runnable beforeTask) {}
