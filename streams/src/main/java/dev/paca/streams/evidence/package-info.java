/**
 * Evidence: the reports behind a criterion's points and behind a matter, read from the ledger and
 * matters stores and counted by the same rules that made the score.
 */
package dev.paca.streams.evidence;
