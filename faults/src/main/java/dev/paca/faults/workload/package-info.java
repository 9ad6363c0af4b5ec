/**
 * What agencies send while things fail: the drawn reports through the real publisher at a steady
 * rate, and records of every kind that must be turned away.
 */
package dev.paca.faults.workload;
