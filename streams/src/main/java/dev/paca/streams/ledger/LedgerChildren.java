package dev.paca.streams.ledger;

/** Names of the nodes that the ledger sends to. */
public record LedgerChildren(String partials, String matters, String rejected) {}
