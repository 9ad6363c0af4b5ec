/**
 * Every change of a score, in the order of {@code paca.score-changes}: read once from committed
 * output, kept in memory for a province's history, and followed by whoever streams changes on.
 */
package dev.paca.streams.feed;
