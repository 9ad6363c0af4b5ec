/**
 * The rubrics of {@code paca.rubrics}, as this instance has read them: every publication in the
 * topic's order, which of them were adopted, and which are in force.
 */
package dev.paca.streams.rubrics;
