/**
 * The committed input as files that anybody can read, and the proof that what is served is what the
 * plain fold makes of it.
 */
package dev.paca.cli.export;
