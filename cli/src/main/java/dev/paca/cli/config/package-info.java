/** Showing what is set, and where each value came from. */
package dev.paca.cli.config;
