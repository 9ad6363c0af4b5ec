/**
 * Avro records as plain JSON under the contract's field names: whole numbers and points as numbers,
 * dates and times in ISO-8601, bytes in Base64; and back.
 */
package dev.paca.cli.json;
