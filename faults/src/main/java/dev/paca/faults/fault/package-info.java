/**
 * What can go wrong with processes and their disks, one class each. A fault strikes and leaves the
 * installation whole again: everything runs and can be asked.
 */
package dev.paca.faults.fault;
