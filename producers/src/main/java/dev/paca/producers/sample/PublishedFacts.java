package dev.paca.producers.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What was published of the results, from {@code published_facts.csv} with a source for each. */
public final class PublishedFacts {

  /**
   * @param province GSO code, empty for a national fact
   * @param fact {@code total}, {@code rank}, {@code weak}; of the nation {@code mean.X}, {@code
   *     percent.X} (of the maximum), {@code full.X} (provinces with all points), {@code count.70}
   *     (provinces with 70 or more)
   */
  public record Fact(
      int year, Optional<String> province, String fact, String value, String source) {}

  private final List<Fact> all;

  private PublishedFacts(List<Fact> all) {
    this.all = all;
  }

  public static PublishedFacts read(String csv) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return new PublishedFacts(rows.stream().map(PublishedFacts::fact).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fact fact(NamedCsvRecord row) {
    return new Fact(
        Integer.parseInt(row.getField("year")),
        Optional.of(row.getField("province")).filter(code -> !code.isEmpty()),
        row.getField("fact"),
        row.getField("value"),
        row.getField("source"));
  }

  public List<Fact> all() {
    return all;
  }

  /** Province by the rank it had. */
  Map<Integer, String> ranks(int year) {
    Map<Integer, String> ranks = new TreeMap<>();
    of(year, "rank")
        .forEach(fact -> ranks.put(Integer.valueOf(fact.value()), fact.province().orElseThrow()));
    return ranks;
  }

  /** Totals that were printed, by province. */
  Map<String, BigDecimal> totals(int year) {
    Map<String, BigDecimal> totals = new TreeMap<>();
    of(year, "total")
        .forEach(fact -> totals.put(fact.province().orElseThrow(), new BigDecimal(fact.value())));
    return totals;
  }

  /** Leaves that a province is known to be weak in; none where nothing is known. */
  Set<String> weak(int year, String province) {
    return of(year, "weak").stream()
        .filter(fact -> fact.province().equals(Optional.of(province)))
        .findFirst()
        .map(fact -> Set.of(fact.value().split(" ")))
        .orElse(Set.of());
  }

  Optional<BigDecimal> national(int year, String fact) {
    return of(year, fact).stream().findFirst().map(found -> new BigDecimal(found.value()));
  }

  private List<Fact> of(int year, String fact) {
    return all.stream().filter(one -> one.year() == year && one.fact().equals(fact)).toList();
  }
}
