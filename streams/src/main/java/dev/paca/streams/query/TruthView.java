package dev.paca.streams.query;

import java.util.Map;

/**
 * How true an answer is.
 *
 * @param asOf broker time, in ISO-8601, of the newest input the answer covers; null before any
 * @param ageMs milliseconds since this instance last heard from the scoring task; an age that grows
 *     means that what is shown may be stale
 * @param covers TOPIC-PARTITION → next input offset not covered
 * @param until only what occurred on or before this day counts (ISO date); null for all
 * @param at only what had been received by then was counted (ISO-8601); null for all
 */
public record TruthView(
    String asOf, long ageMs, Map<String, Long> covers, String until, String at) {

  /** What is served now. */
  public TruthView(String asOf, long ageMs, Map<String, Long> covers) {
    this(asOf, ageMs, covers, null, null);
  }
}
