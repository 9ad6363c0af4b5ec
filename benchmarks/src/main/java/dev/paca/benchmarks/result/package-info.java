/**
 * Figures with their targets, and the files they are written to: a Markdown table for people, JSON
 * for whoever compares runs.
 */
package dev.paca.benchmarks.result;
