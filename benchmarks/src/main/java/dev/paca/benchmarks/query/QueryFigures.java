package dev.paca.benchmarks.query;

import dev.paca.benchmarks.latency.Percentiles;

/**
 * One question, asked again and again.
 *
 * @param question in a word
 * @param clients that asked at the same time, each as soon as it had its answer
 * @param perSecond answers
 * @param bytes of an answer, the mean
 */
public record QueryFigures(
    String question, int clients, double perSecond, Percentiles took, double bytes) {}
