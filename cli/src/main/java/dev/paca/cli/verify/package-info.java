/**
 * The proof that what is served is what the plain fold makes of the committed input: the same
 * records, checked and folded anew without Kafka Streams, compared score by score.
 */
package dev.paca.cli.verify;
