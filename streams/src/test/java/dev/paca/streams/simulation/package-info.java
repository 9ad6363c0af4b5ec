/**
 * A deterministic simulation of a cluster: the real processors over a model of Kafka's logs and
 * transactions, driven by a seed through virtual time, each schedule judged by the pure fold.
 */
package dev.paca.streams.simulation;
