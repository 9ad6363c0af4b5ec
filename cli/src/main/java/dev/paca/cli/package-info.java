/** The {@code paca} command. */
package dev.paca.cli;
