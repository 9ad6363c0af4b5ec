/**
 * Intake: bytes of the seven report topics become checked reports; what cannot be accepted goes to
 * {@code paca.rejected} with its reason, and the partition goes on.
 */
package dev.paca.streams.intake;
