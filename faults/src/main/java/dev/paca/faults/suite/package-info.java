/** One run: faults in turn while reports arrive, a proof after each, and what came of it. */
package dev.paca.faults.suite;
