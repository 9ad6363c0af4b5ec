package dev.paca.scoring.tally;

/** An assessment year and a province of its set, by the code valid at {@code provincesAsOf}. */
public record Place(int year, String province) implements Comparable<Place> {
  /** {@code 2022/94}. */
  public String key() {
    return year + "/" + province;
  }

  @Override
  public int compareTo(Place other) {
    int byYear = Integer.compare(year, other.year);
    return byYear != 0 ? byYear : province.compareTo(other.province);
  }
}
