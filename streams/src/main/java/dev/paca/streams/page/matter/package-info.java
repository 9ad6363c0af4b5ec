/** One case across agencies: a lane for each over time, and where they disagree. */
package dev.paca.streams.page.matter;
