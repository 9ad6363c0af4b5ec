package dev.paca.producers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.producers.form.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxRowsTest {
  @TempDir Path folder;

  @Test
  void datesAndNumbersAreReadAsTheyAreShown() throws Exception {
    List<Row> rows =
        read(
            sheet -> {
              sheet.value(0, 0, LocalDate.of(2022, 12, 15));
              sheet.style(0, 0).format("dd/mm/yyyy").set();
              sheet.value(0, 1, "2022-12-15");
              sheet.value(0, 2, 5_400_000_000L);
              sheet.value(0, 3, 7.3);
              sheet.value(0, 4, 0.1 + 0.2);
              sheet.value(0, 5, 44742);
              sheet.value(0, 6, "12");
              sheet.value(0, 7, 1_000_000);
              sheet.style(0, 7).format("#,##0 \"đồng\"").set();
              sheet.value(0, 8, LocalDateTime.of(2022, 12, 15, 8, 30));
              sheet.style(0, 8).format("yyyy-mm-dd hh:mm").set();
            });

    assertThat(rows.get(0).cells())
        .containsExactly(
            Entry.text("2022-12-15"),
            Entry.text("2022-12-15"),
            new Entry.Numeral("5400000000"),
            new Entry.Numeral("7.3"),
            new Entry.Numeral("0.3"),
            new Entry.Numeral("44742"),
            Entry.text("12"),
            new Entry.Numeral("1000000"),
            Entry.text("2022-12-15T08:30"));
  }

  @Test
  void emptyRowsCountAndAreLeftOut() throws Exception {
    List<Row> rows =
        read(
            sheet -> {
              sheet.value(0, 0, "a");
              sheet.value(0, 2, "c");
              sheet.value(4, 1, "x");
            });

    assertThat(rows).extracting(Row::number).containsExactly(1L, 5L);
    assertThat(rows.get(0).cells()).containsExactly(Entry.text("a"), Entry.BLANK, Entry.text("c"));
    assertThat(rows.get(1).cells()).containsExactly(Entry.BLANK, Entry.text("x"));
  }

  @Test
  void aFormulaStatesItsResult() throws Exception {
    List<Row> rows = read(sheet -> sheet.formula(0, 0, "1+1"));

    // Written without a cached result, as by a program: nothing is stated.
    assertThat(rows).isEmpty();
  }

  @Test
  void aBrokenWorkbookIsToldAsSuch() throws IOException {
    Path file = folder.resolve("broken.xlsx");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 0});

    assertThatThrownBy(() -> Rows.open(file))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("XLSX");
  }

  private List<Row> read(Consumer<Worksheet> content) throws IOException, UnreadableFile {
    Path file = folder.resolve("file.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook.newWorksheet("Sheet"));
    }
    List<Row> all = new ArrayList<>();
    try (Rows rows = Rows.open(file)) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }
}
