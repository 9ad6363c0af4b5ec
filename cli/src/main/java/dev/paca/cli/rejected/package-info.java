/**
 * What was turned away: listed, shown with what would be right, and replayed once, as it came or
 * mended. A replay publishes the report and the record of who did it in one transaction.
 */
package dev.paca.cli.rejected;
