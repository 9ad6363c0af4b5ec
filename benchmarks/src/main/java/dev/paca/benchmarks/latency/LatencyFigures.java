package dev.paca.benchmarks.latency;

/**
 * At one rate.
 *
 * @param perSecond reports
 * @param read by a read_committed reader of the scores, from acknowledgement on
 * @param answered by the query service, likewise
 * @param cpu processor seconds of Paca in a second
 * @param brokerCpu the same of the broker
 */
public record LatencyFigures(
    int perSecond, Percentiles read, Percentiles answered, double cpu, double brokerCpu) {}
