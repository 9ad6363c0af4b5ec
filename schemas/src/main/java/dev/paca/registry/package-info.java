/**
 * Avro records in Confluent's wire format (magic byte 0, four bytes of schema id, Avro binary),
 * with schemas kept in a registry that speaks Confluent's REST API. The serdes take Confluent's
 * configuration names, so that Confluent's own classes can be named in their place.
 */
package dev.paca.registry;
