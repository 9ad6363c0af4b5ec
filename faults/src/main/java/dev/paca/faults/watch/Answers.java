package dev.paca.faults.watch;

import java.time.Duration;

/**
 * How one kind of question was answered since the mark.
 *
 * @param answered answers with what was asked for
 * @param stale of these, those that say that they may be behind
 * @param refused answers that say, typed, why there is none
 * @param unanswered questions that an instance did not answer in time, or not to the end, or with a
 *     connection that could not be made
 * @param longestGap from the first question that got no answer, from whichever instance was asked,
 *     to the next answer; without such the slowest answer
 */
public record Answers(
    long answered, long stale, long refused, long unanswered, Duration longestGap) {}
