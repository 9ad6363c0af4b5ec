/**
 * The form of a report: named entries (cells of a file, members of a JSON object) become a typed
 * report. Everything is derived from the Avro schema of the type, and every problem of a form is
 * told at once, with what was found and what would be right.
 */
package dev.paca.producers.form;
