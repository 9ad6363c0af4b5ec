/**
 * The HTTP door for agencies' systems: checks reports as files and intake do, publishes them, and
 * answers once the broker has them, with the position that a query can wait for.
 */
package dev.paca.producers.gateway;
