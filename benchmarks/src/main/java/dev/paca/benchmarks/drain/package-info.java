/** How fast the whole input is read, and what that costs. */
package dev.paca.benchmarks.drain;
