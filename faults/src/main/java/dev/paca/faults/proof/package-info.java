/**
 * The proof after a fault: what every instance serves, what the score changes add up to and what
 * was turned away, against the pure fold of the committed input.
 */
package dev.paca.faults.proof;
