package dev.paca.scoring.fold;

import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/** What arrived, in the order of the log. */
record History(List<Filed> log) {
  // From 1 January 2026, two and a half days apart: about half of a history of forty comes after
  // the deadline of 2024.
  private static final long FIRST = 1_767_225_600_000L;
  private static final long APART = 216_000_000L;

  static History of(List<? extends SpecificRecord> bodies) {
    List<Filed> log = new ArrayList<>();
    for (SpecificRecord body : bodies) {
      log.add(filed(body, log.size()));
    }
    return new History(log);
  }

  private static Filed filed(SpecificRecord body, int offset) {
    return Filed.of(Report.of(body), FIRST + offset * APART, 0, offset);
  }

  /** One record a line, as a failing property shows it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    log.forEach(
        filed ->
            text.append('\n')
                .append(filed.offset())
                .append(' ')
                .append(filed.report().key().path())
                .append(' ')
                .append(filed.report().body()));
    return text.toString();
  }

  /** The same with more at its end. */
  History and(SpecificRecord body) {
    List<Filed> more = new ArrayList<>(log);
    more.add(filed(body, log.size()));
    return new History(more);
  }

  /** What had arrived by the end of a day (ISO date) in Viet Nam. */
  History until(String day) {
    return new History(
        log.stream()
            .filter(
                filed ->
                    LocalDate.ofEpochDay(
                                Math.floorDiv(filed.receivedAt() + 7 * 3_600_000L, 86_400_000L))
                            .toString()
                            .compareTo(day)
                        <= 0)
            .toList());
  }

  /** What the log says in the end of each report, worked out without the code under test. */
  List<Filed> winners() {
    Map<ReportKey, Filed> winners = new LinkedHashMap<>();
    for (Filed filed : log) {
      winners.merge(filed.report().key(), filed, History::winner);
    }
    return List.copyOf(winners.values());
  }

  private static Filed winner(Filed first, Filed later) {
    if (first.report().revision().isEmpty()) {
      return first.report().body().equals(later.report().body()) ? first : later;
    }
    return later.revision() > first.revision() ? later : first;
  }

  /** Some records delivered again, some published again later, all read in another order. */
  List<Filed> shuffledAndRepeated(Random random) {
    List<Filed> records = new ArrayList<>(log);
    for (Filed filed : log) {
      if (random.nextInt(3) == 0) {
        records.add(filed);
      }
      if (random.nextInt(3) == 0 && filed.report().revision().isPresent()) {
        SpecificRecord body = filed.report().body();
        records.add(filed(body, log.size() + records.size()));
      }
    }
    Collections.shuffle(records, random);
    return unstatedInOrder(records);
  }

  /** Revisions of one report that state no number keep the order of their publication. */
  private static List<Filed> unstatedInOrder(List<Filed> records) {
    Map<ReportKey, List<Filed>> unstated = new HashMap<>();
    for (Filed filed : records) {
      if (filed.report().revision().isEmpty()) {
        unstated.computeIfAbsent(filed.report().key(), key -> new ArrayList<>()).add(filed);
      }
    }
    unstated.values().forEach(list -> list.sort(Comparator.comparingLong(Filed::offset)));
    List<Filed> ordered = new ArrayList<>();
    for (Filed filed : records) {
      List<Filed> waiting = unstated.get(filed.report().key());
      ordered.add(waiting == null ? filed : waiting.remove(0));
    }
    return ordered;
  }
}
