package dev.paca.streams.http.live;

import dev.paca.streams.feed.Change;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What somebody wants to follow.
 *
 * @param after offset of the last change they know; empty for only what comes from now on
 * @param wanted which changes
 */
public record Wish(OptionalLong after, Predicate<Change> wanted) {}
