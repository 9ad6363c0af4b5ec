package dev.paca.scoring.fold;

import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Random histories: a few agencies and report numbers, so that most reports are corrected,
 * repeated, moved or taken back; all seven types; provinces with reused codes and merged ones; the
 * years 2021 to 2025 with the days that count twice; case numbers; appraisals at all stages.
 */
final class Histories extends DomainContextBase {
  /** Two dozen rows instead of 88, for speed. */
  static final List<Province> ROWS =
      Stream.of("01", "10", "15", "24", "27", "46", "89", "91", "92", "93", "94")
          .flatMap(code -> Provinces.standard().ofCode(code).stream())
          .toList();

  static final Provinces PROVINCES = new Provinces(ROWS);

  @Provide
  Arbitrary<History> histories() {
    return Arbitraries.randomValue(RandomReport::next)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .map(History::of);
  }
}
