/**
 * The page against invented scores: {@link dev.paca.streams.page.FixtureQueries} answers, a real
 * browser reads.
 */
package dev.paca.streams.page;
