/**
 * What a command may know of the place it runs in, and how it prints there: tables, numbers in the
 * reader's language, progress. Data goes to stdout, everything else to stderr; what is piped is
 * tab-separated with whole values.
 */
package dev.paca.cli.console;
