/**
 * The committed input read as anyone outside may, without a consumer group and so without a trace,
 * and folded anew by the pure fold: whole, or as it was at a time or up to a day. What is served
 * must equal it.
 */
package dev.paca.streams.recount;
