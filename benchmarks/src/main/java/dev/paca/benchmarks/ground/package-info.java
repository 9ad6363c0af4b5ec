/**
 * A bed with its input, what the plain fold makes of that, and a Paca that has drained it: where
 * the measures start that need one at work.
 */
package dev.paca.benchmarks.ground;
