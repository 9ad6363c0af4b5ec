package dev.paca.streams.page.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A case over time, one lane per agency; a mark is a report on the day it speaks of.
 *
 * @param lanes in the order of their first report
 * @param from first day, left
 * @param to last day, right
 */
public record Lanes(List<Lane> lanes, LocalDate from, LocalDate to) {
  public static final int WIDTH = 720;
  public static final int LANE = 34;
  private static final int LEFT = 14;
  private static final int APART = 20;

  /** One agency. */
  public record Lane(String agency, List<Mark> marks) {}

  /**
   * @param counted the report the case counts by
   * @param retracted taken back by its agency
   */
  public record Mark(LocalDate on, int number, boolean counted, boolean retracted) {}

  /** A month's start on the axis. */
  public record Tick(LocalDate on, int x) {}

  public int height() {
    return lanes.size() * LANE + 26;
  }

  public int x(LocalDate day) {
    long whole = Math.max(1, ChronoUnit.DAYS.between(from, to));
    return (int) (LEFT + (WIDTH - 2 * LEFT) * ChronoUnit.DAYS.between(from, day) / whole);
  }

  /** Where a lane's marks go: on their day, moved right where they would cover the one before. */
  public List<Integer> places(Lane lane) {
    List<Integer> places = new ArrayList<>();
    int free = Integer.MIN_VALUE;
    for (Mark mark : lane.marks()) {
      int place = Math.max(x(mark.on()), free);
      places.add(place);
      free = place + APART;
    }
    return places;
  }

  public int y(int lane) {
    return lane * LANE + LANE / 2 + 6;
  }

  /** At most about eight, on the first of a month. */
  public List<Tick> ticks() {
    long months = Math.max(1, ChronoUnit.MONTHS.between(from, to));
    long step = Math.max(1, (months + 7) / 8);
    List<Tick> ticks = new ArrayList<>();
    LocalDate tick = from.withDayOfMonth(1).plusMonths(from.getDayOfMonth() == 1 ? 0 : 1);
    for (; !tick.isAfter(to); tick = tick.plusMonths(step)) {
      ticks.add(new Tick(tick, x(tick)));
    }
    return ticks;
  }
}
