/**
 * What an operator watches of one instance: how far its tasks have read, what its stores still
 * restore, what became of the records that came in. Nothing here decides anything.
 */
package dev.paca.streams.watch;
