/**
 * A real broker and a real schema registry as child processes, for tests, benchmarks and {@code
 * paca up}. Their data lies in one folder and survives a restart; they can be killed, paused and
 * restarted one by one; none of them outlives the process that started it.
 */
package dev.paca.local;
