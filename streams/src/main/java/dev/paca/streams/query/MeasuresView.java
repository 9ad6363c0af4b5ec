package dev.paca.streams.query;

import java.math.BigInteger;
import java.util.Map;

/**
 * What the formulas of one province's score were computed from.
 *
 * @param reports how many reports are counted, appraisals among them
 * @param measures name → exact sum, whatever its size; one that is not here is 0
 */
public record MeasuresView(
    int year,
    String province,
    String name,
    long reports,
    Map<String, BigInteger> measures,
    int rubricVersion,
    TruthView truth) {}
