/** The rubrics in force, as this instance has read them from {@code paca.rubrics}. */
package dev.paca.streams.rubrics;
