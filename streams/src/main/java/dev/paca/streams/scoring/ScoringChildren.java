package dev.paca.streams.scoring;

/** Names of the nodes that scoring sends to. */
public record ScoringChildren(
    String criterionScores,
    String provinceScores,
    String scoreChanges,
    String rankings,
    String serving) {}
