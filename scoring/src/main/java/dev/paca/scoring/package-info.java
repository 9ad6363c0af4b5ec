/** The pure domain: reports fold into tallies, tallies into scores and ranks. */
package dev.paca.scoring;
