package dev.paca.scoring.province;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All provinces that ever were, 63 until 30 June 2025 and 34 since.
 *
 * <p>Source: GSO codes with validity, from the Vietnamese provinces database (MIT) and the merger
 * resolution of 2025; abbreviations are ours.
 */
public final class Provinces {
  private static final Provinces STANDARD = read();

  private final List<Province> all;
  private final Map<String, List<Province>> byCode = new HashMap<>();
  private final Map<Province, List<Province>> becameIt = new HashMap<>();

  public Provinces(List<Province> all) {
    this.all = List.copyOf(all);
    for (Province province : all) {
      byCode.computeIfAbsent(province.code(), code -> new ArrayList<>()).add(province);
    }
    byCode.replaceAll((code, rows) -> List.copyOf(rows));
    for (Province old : all) {
      successor(old)
          .ifPresent(now -> becameIt.computeIfAbsent(now, p -> new ArrayList<>()).add(old));
    }
  }

  /** The table that comes with Paca. */
  public static Provinces standard() {
    return STANDARD;
  }

  /** Every row, whatever its validity. */
  public List<Province> all() {
    return all;
  }

  /** Every row of a code, whatever its validity; empty for a code that never was. */
  public List<Province> ofCode(String code) {
    return byCode.getOrDefault(code, List.of());
  }

  /** The province that a code means on a date. */
  public Optional<Province> resolve(String code, LocalDate date) {
    for (Province province : ofCode(code)) {
      if (province.validOn(date)) {
        return Optional.of(province);
      }
    }
    return Optional.empty();
  }

  /**
   * The province that answers for {@code province} on a date: itself, the successor that took it
   * over by then, or, back in time, the one it had been under another name or rank (what is decided
   * about 2025 once Đồng Nai is a city still belongs to the province it was). Empty when {@code
   * province} was made of several after that date.
   */
  public Optional<Province> asOf(Province province, LocalDate date) {
    Province current = province;
    while (!current.validOn(date)) {
      Optional<Province> next =
          current.validTo().isBefore(date) ? successor(current) : onlyPredecessor(current);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      current = next.get();
    }
    return Optional.of(current);
  }

  private Optional<Province> onlyPredecessor(Province province) {
    List<Province> before = becameIt.getOrDefault(province, List.of());
    return before.size() == 1 ? Optional.of(before.get(0)) : Optional.empty();
  }

  private Optional<Province> successor(Province province) {
    return province.successor().flatMap(code -> resolve(code, province.validTo().plusDays(1)));
  }

  /** The province set of a date, by code. */
  public List<Province> on(LocalDate date) {
    return all.stream()
        .filter(province -> province.validOn(date))
        .sorted(Comparator.comparing(Province::code))
        .toList();
  }

  /**
   * The provinces of {@code before} for which {@code province} answers; itself if it already was.
   */
  public List<Province> predecessors(Province province, LocalDate before) {
    return on(before).stream()
        .filter(old -> asOf(old, province.validFrom()).filter(province::equals).isPresent())
        .toList();
  }

  private static Provinces read() {
    try (InputStream in = Provinces.class.getResourceAsStream("provinces.csv")) {
      return new Provinces(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(line -> row(line.split(",", -1)))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("provinces.csv is not readable from the class path", e);
    }
  }

  private static Province row(String[] cells) {
    return new Province(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4].isEmpty() ? LocalDate.MIN : LocalDate.parse(cells[4]),
        cells[5].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[5]),
        Optional.of(cells[6]).filter(code -> !code.isEmpty()));
  }
}
