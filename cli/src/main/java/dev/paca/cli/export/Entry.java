package dev.paca.cli.export;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * One committed record of an input topic.
 *
 * @param timestamp the broker's time, ms
 * @param key as UTF-8 text; empty for none
 * @param value the report or rubric; empty when the bytes are none or there are no bytes
 * @param bytes the value's bytes where they could not be read
 * @param problem why they could not
 */
public record Entry(
    String topic,
    int partition,
    long offset,
    long timestamp,
    Optional<String> key,
    Optional<SpecificRecord> value,
    Optional<byte[]> bytes,
    Optional<String> problem) {}
