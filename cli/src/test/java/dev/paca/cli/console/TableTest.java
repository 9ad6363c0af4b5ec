package dev.paca.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.cli.CommandRun.Place;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("rank", "RANK"),
          Column.longText("name", "NAME"),
          Column.number("total", "TOTAL"),
          Column.number("mean", "MEAN").droppedAt(1),
          Column.text("basis", "RESTS ON").droppedAt(2));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void marksOfVietnameseLettersTakeNoRoomHoweverTheyAreWritten() {
    String composed = "Thừa Thiên Huế";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(composed);

    List<String> lines = print(80, row("1", decomposed, "70.00"), row("2", "Ha Noi", "69.00"));

    assertThat(lines.get(1)).contains(composed);
    assertThat(lines.get(1).indexOf("70.00")).isEqualTo(lines.get(2).indexOf("69.00"));
  }

  @Test
  void numbersStandToTheRight() {
    List<String> lines = print(80, row("1", "A", "9.50"), row("12", "B", "1,234.50"));

    assertThat(lines).anyMatch(line -> line.startsWith("   1  A"));
    assertThat(lines).anyMatch(line -> line.startsWith("  12  B"));
    assertThat(lines.get(1)).contains("    9.50");
  }

  @Test
  void whereRoomIsShortColumnsAreGivenUpLongTextWrapsAndNumbersStayWhole() {
    String name = "Kết quả phát hiện tham nhũng qua kiểm tra, thanh tra, giám sát";
    for (int width = 40; width <= 120; width++) {
      out.reset();
      List<String> lines = print(width, row("1", name, "123,456.78"));

      for (String line : lines) {
        assertThat(line.codePointCount(0, line.length())).as(line).isLessThanOrEqualTo(width);
      }
      assertThat(lines.get(1)).as("width %d", width).contains("123,456.78");
      String text = String.join(" ", lines.subList(1, lines.size()));
      for (String word : name.split(" ")) {
        assertThat(text).as("width %d", width).contains(word);
      }
    }
  }

  @Test
  void aWordLongerThanItsColumnIsBrokenAndNothingOfItIsLost() {
    assertThat(Width.wrap("https://example.vn/abc", 10))
        .containsExactly("https://ex", "ample.vn/a", "bc");
    assertThat(Width.wrap("Thừa Thiên Huế", 10)).containsExactly("Thừa Thiên", "Huế");
    assertThat(Width.wrap("  sâu hơn", 6)).containsExactly("  sâu", "hơn");
    assertThat(Width.wrap("", 6)).containsExactly("");
  }

  @Test
  void theColumnThatMattersLeastGoesFirstAndIsNamed() {
    List<String> lines = print(44, row("1", "Sóc Trăng", "72.46"));

    assertThat(lines.get(0)).contains("MEAN").contains("RESTS ON");
    out.reset();
    lines = print(36, row("1", "Sóc Trăng", "72.46"));
    assertThat(lines.get(0)).contains("MEAN").doesNotContain("RESTS ON");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("RESTS ON");
  }

  @Test
  void pipedOutputIsTabSeparatedWithKeysAndWholeValues() {
    Table table = new Table(COLUMNS);
    table.row(
        Cell.of(1, "=1"),
        Cell.text("Sóc\tTrăng\nmới " + "x".repeat(100)),
        Cell.of("1234.50", "1.234,50"),
        Cell.notStated(Language.VI),
        Cell.of("FINAL", "công bố"));
    table.print(new Place(Path.of("")).console(out, err));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "rank\tname\ttotal\tmean\tbasis\n1\tSóc Trăng mới "
                + "x".repeat(100)
                + "\t1234.50\t\tFINAL\n");
  }

  private List<String> print(int width, Cell[]... rows) {
    Table table = new Table(COLUMNS);
    for (Cell[] row : rows) {
      table.row(row);
    }
    table.print(new Place(Path.of("")).onTerminal(width).console(out, err));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Cell[] row(String rank, String name, String total) {
    return new Cell[] {
      Cell.text(rank), Cell.text(name), Cell.text(total), Cell.text("66.06"), Cell.text("final")
    };
  }
}
