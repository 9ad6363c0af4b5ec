package dev.paca.streams.recount;

import java.util.Map;

/**
 * How far one input topic was read.
 *
 * @param ends the next offset after the last one read, by partition
 */
public record InputTopic(String topic, int partitions, Map<Integer, Long> ends) {}
