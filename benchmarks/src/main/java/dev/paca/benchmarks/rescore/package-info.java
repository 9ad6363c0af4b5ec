/** How long a new version of a rubric takes until every score of its year is by it. */
package dev.paca.benchmarks.rescore;
