/** What more instances bring where they share the same machine. */
package dev.paca.benchmarks.instances;
