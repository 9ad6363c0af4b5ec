/**
 * Typed configuration: options over {@code PACA_*} variables over a properties file over what was
 * found running over defaults. Every problem is reported at once, and every value knows where it
 * came from.
 */
package dev.paca.settings;
