package dev.paca.scoring.rubric;

import java.time.LocalDate;

/** The days an assessment year covers, both ends included. Windows of two years may overlap. */
public record Window(LocalDate from, LocalDate to) {
  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }
}
