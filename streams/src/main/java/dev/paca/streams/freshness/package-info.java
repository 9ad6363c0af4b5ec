/**
 * Freshness on its way from the ledger to what is served: each ledger partition says who reports
 * for a province and how fresh that is, absolutely; scoring puts the partitions together.
 */
package dev.paca.streams.freshness;
