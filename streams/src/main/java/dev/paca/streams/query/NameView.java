package dev.paca.streams.query;

/** A name in both languages of the page. */
public record NameView(String vi, String en) {}
