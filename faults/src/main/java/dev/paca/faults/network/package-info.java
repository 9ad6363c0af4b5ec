/**
 * The network between one process and another, so that it can be cut: a proxy for TCP on this
 * machine that holds bytes back, closes connections, and lets everything through again.
 */
package dev.paca.faults.network;
