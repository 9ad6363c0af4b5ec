package dev.paca.scoring.tally;

/** An assessment year and a province of its set, by the code valid at {@code provincesAsOf}. */
public record Place(int year, String province) implements Comparable<Place> {
  /** {@code 2022/94}. */
  public String key() {
    return year + "/" + province;
  }

  /** Written out, for it is asked at every report: a record's own is slow until compiled. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Place place && year == place.year && province.equals(place.province));
  }

  @Override
  public int hashCode() {
    return 31 * year + province.hashCode();
  }

  @Override
  public int compareTo(Place other) {
    int byYear = Integer.compare(year, other.year);
    return byYear != 0 ? byYear : province.compareTo(other.province);
  }
}
