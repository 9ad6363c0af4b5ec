/**
 * The certificate of a recount: digests of the input, the rubrics and the scores in the canonical
 * form of docs/verification.md, equal on any machine, and what differs from an earlier one.
 */
package dev.paca.cli.certificate;
