package dev.paca.streams.serving;

import dev.paca.scoring.tally.Placer;
import dev.paca.streams.evidence.ReportSource;
import dev.paca.streams.query.TruthView;
import java.time.Instant;

/**
 * Everything that one answer is made from.
 *
 * @param reports where evidence is read; ahead of {@code served} where that is what runs
 * @param placer counts {@code reports} as {@code served} counted them
 * @param now the moment that ages are counted to
 */
public record Snapshot(
    Served served, ReportSource reports, Placer placer, TruthView truth, Instant now) {}
