package dev.paca.streams.serving;

import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.tally.Placer;
import dev.paca.scoring.tally.Tally;
import dev.paca.streams.evidence.ReportSource;
import dev.paca.streams.query.TruthView;
import dev.paca.streams.rubrics.Publications;
import dev.paca.streams.store.TallyBlocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The rubric of 2022 as it is in the repository, and invented tallies of 62 provinces. */
public final class FixtureRubrics {
  public static final int YEAR = 2022;
  private static final Provinces PROVINCES = Provinces.standard();
  private static final TruthView TRUTH =
      new TruthView("2022-12-15T03:00:00Z", 40, Map.of("paca.audits-2", 124L));

  private FixtureRubrics() {}

  /** Version 1, a forged version 1, version 2 without a change, and version 1 again. */
  public static ServedRubrics queries() {
    Publications publications = new Publications(Integer.toString(YEAR));
    List<String> files = List.of(yaml(), yaml() + "# forged\n", second(), yaml());
    for (int offset = 0; offset < files.size(); offset++) {
      int version = offset == 2 ? 2 : 1;
      publications.add(
          offset,
          Instant.ofEpochSecond(1_700_000_000L + offset),
          Optional.of(new RubricVersion(Rubric.INDEX, YEAR, version, files.get(offset))));
    }
    Rubric rubric = RubricReader.read(yaml()).rubric().orElseThrow();
    TreeMap<Integer, Served.Year> years = new TreeMap<>();
    years.put(YEAR, new Served.Year(rubric, Map.of(), Optional.empty(), tallies(rubric)));
    Served served = new Served(years, TRUTH.covers(), 0);
    Snapshot snapshot =
        new Snapshot(
            served, new NoReports(), new Placer(PROVINCES, Rubrics.none()), TRUTH, Instant.EPOCH);
    return new ServedRubrics(() -> snapshot, PROVINCES, year -> publications.all(), Rescoring.NONE);
  }

  public static String yaml() {
    try {
      return Files.readString(Path.of("..", "rubrics", YEAR + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String second() {
    return yaml().replaceFirst("(?m)^version: 1$", "version: 2");
  }

  /**
   * Another formula of C.1.1: those with three or four cases gain, those with five to nine lose.
   */
  public static String draft() {
    return second()
        .replace("audits.corruptionCases >= 3 ? 4.0", "audits.corruptionCases >= 3 ? 4.75")
        .replace("audits.corruptionCases >= 5 ? 5.0", "audits.corruptionCases >= 5 ? 4.5");
  }

  /** A draft is judged without looking at any report. */
  static final class NoReports implements ReportSource {
    @Override
    public void scan(Consumer<Revisions> each) {
      throw new AssertionError("nobody needs the reports");
    }

    @Override
    public Optional<Revisions> report(ReportKey key) {
      throw new AssertionError("nobody needs a report");
    }

    @Override
    public List<Revisions> matter(String matterId) {
      throw new AssertionError("nobody needs the matter");
    }
  }

  private static Map<String, TallyBlocks> tallies(Rubric rubric) {
    Map<String, TallyBlocks> tallies = new HashMap<>();
    List<Province> set = PROVINCES.on(rubric.provincesAsOf());
    for (int i = 0; i < set.size() - 1; i++) {
      Tally tally = new Tally();
      put(tally, "audits.reports", 1);
      put(tally, "audits.inspections", 40 + i);
      put(tally, "audits.corruptionCases", i % 13);
      put(tally, "audits.casesTransferred", i % 5);
      put(tally, "recoveries.inspection.dueVnd", 1_000_000_000L);
      put(tally, "recoveries.inspection.recoveredVnd", 10_000_000L * (i + 20));
      tally.reports(1);
      tallies.put(set.get(i).code(), TallyBlocks.of(tally));
    }
    return tallies;
  }

  private static void put(Tally tally, String measure, long sum) {
    tally.set(Measures.index(measure).orElseThrow(), BigInteger.valueOf(sum));
  }
}
