/**
 * Partial tallies: the absolute sums of one ledger or matters partition, coalesced and sent to the
 * scoring task. Sending one again is harmless, so nothing depends on a flush before a commit.
 */
package dev.paca.streams.partials;
