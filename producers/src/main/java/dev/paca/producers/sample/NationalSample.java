package dev.paca.producers.sample;

import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes {@code samples/national}. What is published of 2021 and 2022 is met exactly; everything
 * else is drawn from the seed, so the same seed, rubrics and facts always give the same bytes.
 */
public final class NationalSample {
  /** The seed of the files in the repository. */
  public static final long SEED = 20_221_215;

  /** How far, in ranks, a province may have moved between the two years where nothing is known. */
  private static final int MOVES = 12;

  private NationalSample() {}

  /**
   * Writes the files.
   *
   * @param args the folder of the sample, with {@code published_facts.csv} in it, and that of the
   *     rubrics; {@code samples/national} and {@code rubrics} if absent
   */
  public static void main(String[] args) throws IOException {
    Path sample = Path.of(args.length > 0 ? args[0] : "samples/national");
    Path rubrics = Path.of(args.length > 1 ? args[1] : "rubrics");
    PublishedFacts facts =
        PublishedFacts.read(Files.readString(sample.resolve("published_facts.csv")));
    Rubric before = rubric(rubrics.resolve("2021.yaml"));
    Rubric now = rubric(rubrics.resolve("2022.yaml"));
    for (Map.Entry<String, String> file : files(SEED, facts, before, now).entrySet()) {
      Files.writeString(sample.resolve(file.getKey()), file.getValue());
    }
  }

  private static Rubric rubric(Path file) throws IOException {
    RubricReader.Reading reading = RubricReader.read(Files.readString(file));
    return reading
        .rubric()
        .orElseThrow(() -> new IllegalArgumentException(file + ": " + reading.problems()));
  }

  /** File name to content. */
  public static SortedMap<String, String> files(
      long seed, PublishedFacts facts, Rubric before, Rubric now) {
    List<String> provinces =
        Provinces.standard().on(now.provincesAsOf()).stream().map(Province::code).toList();
    Map<String, BigDecimal> totals =
        TotalsPlan.of(
            seed,
            facts,
            now.year(),
            TotalsPlan.shuffled(seed, now.year(), provinces, provinces.size()));
    Map<String, BigDecimal> totalsBefore =
        TotalsPlan.of(
            seed,
            facts,
            before.year(),
            TotalsPlan.shuffled(seed, before.year(), List.copyOf(totals.keySet()), MOVES));
    SortedMap<String, String> files = new TreeMap<>();
    files.putAll(year(seed, facts, before, totalsBefore));
    files.putAll(year(seed, facts, now, totals));
    return files;
  }

  private static SortedMap<String, String> year(
      long seed, PublishedFacts facts, Rubric rubric, Map<String, BigDecimal> totals) {
    return CsvFiles.of(rubric.year(), new YearSample(seed, facts, rubric, totals).filings());
  }
}
