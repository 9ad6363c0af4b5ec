/**
 * The ranking of one year: one row for each province that answers who, where and moved how; sorted
 * and searched by the address, with the tile map beside it.
 */
package dev.paca.streams.page.ranking;
