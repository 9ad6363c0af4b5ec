/** The topology: which nodes there are, which stores they keep, and how they are connected. */
package dev.paca.streams.topology;
