/**
 * The promise under fault, on real processes: instances, brokers and the registry are killed,
 * paused and cut off while reports arrive; what is served in the end is the fold of the input, no
 * reader ever saw half a transaction, and it is measured how long which question went unanswered.
 */
package dev.paca.faults;
