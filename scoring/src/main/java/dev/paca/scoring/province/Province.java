package dev.paca.scoring.province;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One province during its validity.
 *
 * @param code GSO code, two digits
 * @param fullName with "Tỉnh" or "Thành phố"
 * @param ascii name without marks
 * @param abbreviation three or four letters, unique within a province set
 * @param validFrom first day, {@link LocalDate#MIN} when it has always been
 * @param validTo last day, {@link LocalDate#MAX} when it still is
 * @param successor code, on the day after {@code validTo}, of the province that took it over
 */
public record Province(
    String code,
    String fullName,
    String ascii,
    String abbreviation,
    LocalDate validFrom,
    LocalDate validTo,
    Optional<String> successor) {

  public boolean validOn(LocalDate date) {
    return !date.isBefore(validFrom) && !date.isAfter(validTo);
  }

  /** The name as rankings show it: without "Tỉnh" or "Thành phố". */
  public String name() {
    return fullName.replaceFirst("^(Tỉnh|Thành phố) ", "");
  }

  /** Few share a code; and every report looks its province up in maps. */
  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Province province
            && code.equals(province.code)
            && validFrom.equals(province.validFrom)
            && validTo.equals(province.validTo)
            && fullName.equals(province.fullName)
            && ascii.equals(province.ascii)
            && abbreviation.equals(province.abbreviation)
            && successor.equals(province.successor));
  }
}
