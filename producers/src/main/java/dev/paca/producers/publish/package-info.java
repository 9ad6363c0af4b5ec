/**
 * Puts reports on their topics: typed, idempotent, acknowledged by every replica, keyed by
 * AGENCY/REPORTID. What the broker acknowledged has a {@link dev.paca.topics.Position}, the token
 * that queries take.
 */
package dev.paca.producers.publish;
