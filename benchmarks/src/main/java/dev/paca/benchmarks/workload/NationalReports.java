package dev.paca.benchmarks.workload;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.paca.benchmarks.checkout.Repository;
import dev.paca.producers.form.Entry;
import dev.paca.producers.form.Filled;
import dev.paca.producers.form.ReportForm;
import dev.paca.producers.form.ReportRules;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The national sample of 2021 and 2022, from which published scores and ranks come out exactly. */
public final class NationalReports {
  private NationalReports() {}

  /** Every row of every file, in the files' order. */
  public static List<Filed> of(Repository repository) {
    List<Filed> filed = new ArrayList<>();
    for (ReportType type : ReportType.values()) {
      for (Path file : files(repository.nationalSample(), type)) {
        read(file, type)
            .forEach(report -> filed.add(Filed.of(report, 0, type.ordinal(), filed.size())));
      }
    }
    return filed;
  }

  private static List<Path> files(Path folder, ReportType type) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(type.word() + "-\\d{4}\\.csv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  private static List<Report> read(Path file, ReportType type) {
    ReportForm form = ReportForm.of(type);
    List<Report> reports = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Repository.text(file))) {
      for (NamedCsvRecord row : rows) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        row.getFieldsAsMap().forEach((name, cell) -> entries.put(name, Entry.text(cell)));
        Filled filled = form.fill(entries, ReportRules.standard());
        if (!(filled instanceof Filled.Complete complete)) {
          throw new IllegalStateException(
              file + ":" + row.getStartingLineNumber() + " is refused: " + filled);
        }
        reports.add(Report.of(complete.report()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    return reports;
  }
}
