/**
 * Several instances answering together: each partition of the reports and matters is read where it
 * is kept, here or one hop away, or from a standby that says how far behind it may be.
 */
package dev.paca.streams.routing;
