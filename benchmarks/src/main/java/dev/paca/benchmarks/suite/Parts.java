package dev.paca.benchmarks.suite;

import java.util.List;

/**
 * All of them. Those that drain come first; those that need one Paca at work share it, and restore,
 * which leaves it cold, is the last of these; growth has a bed of its own; the core needs none.
 */
public final class Parts {
  private static final List<Part> ALL =
      List.of(
          new DrainPart(),
          new InstancesPart(),
          new QueryPart(),
          new RescorePart(),
          new LatencyPart(),
          new RestorePart(),
          new GrowthPart(),
          new CorePart());

  private Parts() {}

  public static List<Part> all() {
    return ALL;
  }

  public static List<String> names() {
    return ALL.stream().map(Part::name).toList();
  }
}
