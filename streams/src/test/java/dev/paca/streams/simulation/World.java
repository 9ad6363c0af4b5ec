package dev.paca.streams.simulation;

import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import java.util.List;
import java.util.stream.Stream;

/** What is the same in every schedule. */
final class World {
  /** Of every report topic and of the matters topic. */
  static final int PARTITIONS = 2;

  /** A few rows instead of 88, for speed: provinces that merged, and a code that was used again. */
  static final List<Province> ROWS =
      Stream.of("89", "91", "92", "93", "94")
          .flatMap(code -> Provinces.standard().ofCode(code).stream())
          .toList();

  static final Provinces PROVINCES = new Provinces(ROWS);

  private World() {}
}
