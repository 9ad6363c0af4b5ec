/** Who drains the input: Paca in several settings, and the peers. */
package dev.paca.benchmarks.contender;
