package dev.paca.cli.query;

import dev.paca.cli.console.Console;
import dev.paca.cli.console.Tone;
import dev.paca.streams.query.TruthView;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The last line under an answer: how true it is. */
public record Truth(Console console, Wording wording) {
  /**
   * Scores come every few hundred milliseconds; a minute of silence means something stands still.
   */
  private static final long STALE_MS = 60_000;

  /** Of what rests on no rubric. */
  public void print(TruthView truth) {
    print("", truth);
  }

  public void print(int year, int rubricVersion, TruthView truth) {
    String rubric = wording.of("thang điểm ", "rubric ") + year + " v" + rubricVersion;
    if (truth == null) {
      console.caption(rubric);
    } else {
      print(" · " + rubric, truth);
    }
  }

  private void print(String by, TruthView truth) {
    boolean past = truth.until() != null || truth.at() != null;
    String line = (past ? past(truth) : present(truth)) + by;
    boolean stale = !past && truth.ageMs() >= STALE_MS;
    String text = stale ? line + " · " + wording.of("có thể đã cũ", "may be stale") : line;
    console.caption((stale ? Tone.ALERT : Tone.DIM).of(text, console));
  }

  private String present(TruthView truth) {
    return asOf(truth.asOf()) + ", " + age(truth.ageMs());
  }

  private String past(TruthView truth) {
    List<String> said = new ArrayList<>();
    if (truth.until() != null) {
      said.add(
          wording.of("xảy ra đến ", "occurred until ") + wording.language().date(truth.until()));
    }
    if (truth.at() != null) {
      said.add(wording.of("biết vào ", "known at ") + moment(truth.at()));
    }
    return String.join(", ", said);
  }

  private String asOf(String asOf) {
    return asOf == null
        ? wording.of("chưa có báo cáo nào", "no report counted yet")
        : wording.of("tính đến ", "as of ") + moment(asOf);
  }

  /** The time of day where it was today, else with its date; in the reader's zone. */
  public String moment(String iso) {
    try {
      ZonedDateTime at = Instant.parse(iso).atZone(console.clock().getZone());
      LocalTime time = at.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
      String clockTime = time.format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME);
      return at.toLocalDate().equals(LocalDate.now(console.clock()))
          ? clockTime
          : wording.language().date(at.toLocalDate().toString()) + " " + clockTime;
    } catch (DateTimeException e) {
      return iso;
    }
  }

  private String age(long ms) {
    long seconds = ms / 1000;
    if (seconds < 120) {
      return wording.of(seconds + " giây trước", seconds + " s old");
    }
    long minutes = seconds / 60;
    return minutes < 120
        ? wording.of(minutes + " phút trước", minutes + " min old")
        : wording.of(minutes / 60 + " giờ trước", minutes / 60 + " h old");
  }
}
