package dev.paca.cli.verify;

/**
 * One thing that is served otherwise than the fold has it.
 *
 * @param what a criterion's code, TOTAL, RANK, MEAN …
 */
public record Difference(
    int year, String province, String what, String served, String recomputed) {}
