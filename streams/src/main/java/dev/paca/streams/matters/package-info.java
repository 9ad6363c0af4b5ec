/**
 * Matters: reports that share a case number meet in one partition, where the case counts once and
 * its timeline across agencies is kept.
 */
package dev.paca.streams.matters;
