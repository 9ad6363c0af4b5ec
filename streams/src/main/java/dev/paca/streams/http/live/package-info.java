/**
 * Changes of scores as server-sent events: every subscriber is a place in the one list of changes,
 * so resuming is exact, and none holds a thread or a queue of its own.
 */
package dev.paca.streams.http.live;
