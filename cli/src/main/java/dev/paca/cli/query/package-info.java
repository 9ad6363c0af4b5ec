/**
 * The questions operators ask: each command gets one answer of the HTTP API and shows it as tables,
 * or with {@code --json} exactly as the API gave it.
 */
package dev.paca.cli.query;
