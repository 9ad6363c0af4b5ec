/**
 * The pure core under JMH: reports folded, provinces scored, rubrics read. Each benchmark proves
 * that its result is the plain fold's before a figure is printed.
 */
package dev.paca.benchmarks.core;
