/**
 * The ledger: the latest revision of every report of one partition, and the running tallies of what
 * they give. The tallies, and who reports for which province, live in memory and are rebuilt from
 * the store when a task starts.
 */
package dev.paca.streams.ledger;
