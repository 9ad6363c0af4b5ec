/**
 * The group that the instances form: by which protocol its tasks are assigned, and what of it lies
 * with the brokers. It is looked at and set right before an instance joins; what cannot work is
 * refused then, with what would be right.
 */
package dev.paca.streams.group;
