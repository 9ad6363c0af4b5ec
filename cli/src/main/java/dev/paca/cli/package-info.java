/**
 * The {@code paca} command: one small class a command, in a package for each kind of question. Exit
 * codes: 0 done, 1 failed with one line on stderr, 2 wrong usage.
 */
package dev.paca.cli;
