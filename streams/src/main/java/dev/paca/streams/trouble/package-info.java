/**
 * What keeps an instance from working, in one line each that an operator can act on: what it says
 * before it refuses to start, while it waits, and when its threads fail and try again.
 */
package dev.paca.streams.trouble;
