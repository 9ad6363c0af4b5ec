package dev.paca.benchmarks.drain;

import java.util.Map;

/**
 * What one contender needed for the whole input. Rate and processor time are those between its
 * first commit and its last: starting the JVM and joining the group is not in them.
 *
 * @param reports in a second; NaN, as what is for a million of them, where the first commit left
 *     too few
 * @param equalAfter seconds from the last commit of input until its output was read and found
 *     equal: what was read ahead of its second half is made good in it
 * @param cpu seconds of the contender's processor time for a million reports
 * @param brokerCpu the same of the broker
 * @param bytes written to Kafka for each report, batches' headers and transactions' marks included
 * @param peakMegabytes the process's largest resident set
 * @param bytesByTopic where they lie, in all
 */
public record DrainFigures(
    String name,
    String title,
    double reports,
    double equalAfter,
    double cpu,
    double brokerCpu,
    double bytes,
    long peakMegabytes,
    Map<String, Long> bytesByTopic) {}
