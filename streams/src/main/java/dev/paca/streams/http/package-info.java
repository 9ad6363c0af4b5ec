/**
 * The query service over HTTP: reads what was asked, waits until the answer covers the position
 * that came with it, and says refusals as problem+json (RFC 9457). It decides nothing itself.
 */
package dev.paca.streams.http;
