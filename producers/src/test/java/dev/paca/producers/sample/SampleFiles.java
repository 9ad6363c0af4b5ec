package dev.paca.producers.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.paca.producers.form.Entry;
import dev.paca.producers.form.Filled;
import dev.paca.producers.form.ReportForm;
import dev.paca.producers.form.ReportRules;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The repository's samples and rubrics, read the way a publisher's form reads them. */
final class SampleFiles {
  static final Path NATIONAL = Path.of("..", "samples", "national");
  static final Path REPORTS = Path.of("..", "samples", "reports");
  static final Path RUBRICS = Path.of("..", "rubrics");

  private SampleFiles() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rubric rubric(int year) {
    RubricReader.Reading reading = RubricReader.read(text(RUBRICS.resolve(year + ".yaml")));
    return reading.rubric().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  static PublishedFacts facts() {
    return PublishedFacts.read(text(NATIONAL.resolve("published_facts.csv")));
  }

  /** Every report of a folder's files; fails with file, row and reason where one is refused. */
  static List<Report> reports(Path folder) {
    List<Report> reports = new ArrayList<>();
    for (Path file : files(folder)) {
      ReportType type =
          ReportType.ofWord(file.getFileName().toString().replaceAll("[^a-z].*", ""))
              .orElseThrow(() -> new AssertionError(file + " is named after no type"));
      reports.addAll(read(file, type));
    }
    return reports;
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .filter(file -> !file.endsWith("published_facts.csv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Report> read(Path file, ReportType type) {
    ReportForm form = ReportForm.of(type);
    List<Report> reports = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text(file))) {
      for (NamedCsvRecord row : rows) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        row.getFieldsAsMap().forEach((name, cell) -> entries.put(name, Entry.text(cell)));
        Filled filled = form.fill(entries, ReportRules.standard());
        if (!(filled instanceof Filled.Complete complete)) {
          throw new AssertionError(
              file + ":" + row.getStartingLineNumber() + " is refused: " + filled);
        }
        reports.add(Report.of(complete.report()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reports;
  }
}
