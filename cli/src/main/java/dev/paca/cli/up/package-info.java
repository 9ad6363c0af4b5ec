/**
 * Running the parts: all of them in one process tree for {@code paca up}, or one against a real
 * cluster. Parts start in order and stop in reverse.
 */
package dev.paca.cli.up;
