/**
 * The closed set of what can be wrong with a request or a report. The same codes appear in
 * problem+json answers (RFC 9457), in {@code paca.rejected} and on the command line.
 */
package dev.paca.problems;
