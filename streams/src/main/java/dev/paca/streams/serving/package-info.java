/**
 * Serving: what the scoring task said, kept in memory by every instance, and the answers made of
 * it. Only committed output is read, one flush at a time, so an answer is never torn.
 */
package dev.paca.streams.serving;
