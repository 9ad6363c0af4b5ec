/**
 * The questions operators ask and the answers they get: views are the JSON of the API and what the
 * page is drawn from. Points are {@link java.math.BigDecimal}s of scale 2.
 */
package dev.paca.streams.query;
