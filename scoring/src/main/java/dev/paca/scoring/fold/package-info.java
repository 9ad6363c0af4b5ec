/**
 * The whole fold as a plain function: from filed reports to every score and rank, with no Kafka on
 * the class path. What streams computes in parts must equal this.
 */
package dev.paca.scoring.fold;
