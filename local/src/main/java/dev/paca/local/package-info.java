/**
 * A real broker and a real registry as child processes, for tests, benchmarks and {@code paca up}.
 */
package dev.paca.local;
