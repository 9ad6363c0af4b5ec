/**
 * Charts as small records that hold only geometry: where a bar ends, where a tile lies. The jte
 * templates beside them draw the SVG; colours live in page.css. Every chart stands next to a table
 * with the same numbers.
 */
package dev.paca.streams.page.chart;
