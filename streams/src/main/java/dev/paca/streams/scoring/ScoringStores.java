package dev.paca.streams.scoring;

import java.util.List;

/** Names of the stores that scoring keeps; both are small and live in memory, with a changelog. */
public final class ScoringStores {
  public static final List<String> NAMES = List.of(PartialsStore.NAME, ServedStore.NAME);

  private ScoringStores() {}
}
