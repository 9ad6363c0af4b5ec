/**
 * The web page: HTML drawn on the server from {@link dev.paca.streams.query.ScoreQueries}, usable
 * without JavaScript. Mounted by {@link dev.paca.streams.page.Pages}; what is drawn is in the
 * packages below, one per view, and in src/main/jte.
 */
package dev.paca.streams.page;
