/** Bytes of state stores and internal topics: plain Avro binary, without registry ids. */
package dev.paca.streams.store;
