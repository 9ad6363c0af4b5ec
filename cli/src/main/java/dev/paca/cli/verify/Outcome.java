package dev.paca.cli.verify;

import dev.paca.cli.certificate.Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What came of one verification.
 *
 * @param compared whether with what is served; else it was recomputed only
 * @param scores that were compared, or recomputed
 * @param reports that were folded
 * @param turnedAway records that were not
 * @param note what a reader of differences must know: that input went on meanwhile
 */
record Outcome(
    boolean compared,
    long scores,
    List<Integer> years,
    long reports,
    long turnedAway,
    List<Difference> differences,
    Optional<String> note,
    Certificate certificate) {}
