/** How long Paca takes until it is back: after a stop, without its state, after a kill. */
package dev.paca.benchmarks.restore;
