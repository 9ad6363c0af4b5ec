/**
 * The streams service: the topology that makes scores and ranks of reports, and the query service
 * that answers from them, in one process.
 */
package dev.paca.streams;
