/**
 * One province in one year: its total and rank, its parts, its criteria with the weak ones first,
 * its years, and what changed lately.
 */
package dev.paca.streams.page.province;
