/** How many questions a second the query service answers, and how long each takes. */
package dev.paca.benchmarks.query;
