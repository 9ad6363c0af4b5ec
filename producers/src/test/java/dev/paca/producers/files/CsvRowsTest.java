package dev.paca.producers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
  @TempDir Path folder;

  @Test
  void rowsAreNumberedAsASpreadsheetShowsThem() throws Exception {
    List<Row> rows = read("a,b\r\n1,\"two\r\nlines\"\r\n\r\n3,\"say \"\"x\"\"\"\r\n");

    assertThat(rows).extracting(Row::number).containsExactly(1L, 2L, 4L);
    assertThat(rows.get(1).cells()).containsExactly(Entry.text("1"), Entry.text("two\r\nlines"));
    assertThat(rows.get(2).cells()).containsExactly(Entry.text("3"), Entry.text("say \"x\""));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() throws Exception {
    assertThat(read("\uFEFFreportId,agency\n").get(0).cells())
        .containsExactly(Entry.text("reportId"), Entry.text("agency"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theSeparatorIsTheHeaders(String separator) throws Exception {
    List<Row> rows =
        read(String.join(separator, "a", "b") + "\n" + String.join(separator, "1", "2"));

    assertThat(rows.get(1).cells()).containsExactly(Entry.text("1"), Entry.text("2"));
  }

  @Test
  void bytesThatAreNoUtf8SpoilOneCell() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("a,b\nHòa Bình,1\nH".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xF2, 'a'});
    bytes.writeBytes(",2\nSóc Trăng,3\n".getBytes(StandardCharsets.UTF_8));

    List<Row> rows = read(bytes.toByteArray());

    assertThat(rows.get(1).cells().get(0)).isEqualTo(Entry.text("Hòa Bình"));
    assertThat(rows.get(2).cells().get(0))
        .isInstanceOfSatisfying(
            Entry.Unreadable.class,
            cell -> {
              assertThat(cell.code()).isEqualTo(ProblemCode.NOT_UTF8);
              assertThat(cell.message()).contains("byte 2 ").contains("F2").contains("\"H\"");
            });
    assertThat(rows.get(2).cells().get(1)).isEqualTo(Entry.text("2"));
    assertThat(rows.get(3).cells().get(0)).isEqualTo(Entry.text("Sóc Trăng"));
  }

  @Test
  void aQuoteThatIsNotClosedEndsTheFileAtItsRow() {
    assertThatThrownBy(() -> read("a,b\n1,2\n3,\"four\n5,6\n"))
        .isInstanceOfSatisfying(UnreadableFile.class, end -> assertThat(end.row()).isEqualTo(3));
    assertThatThrownBy(() -> read("a,b\n1,2\n3,\"four\"x\n5,6\n"))
        .isInstanceOfSatisfying(UnreadableFile.class, end -> assertThat(end.row()).isEqualTo(3));
  }

  @Test
  void aRowMayHaveMoreCellsThanTheHeaderOrFewer() throws Exception {
    List<Row> rows = read("a,b\n1,2,3\n4\n");

    assertThat(rows.get(1).cells()).hasSize(3);
    assertThat(rows.get(2).cells()).hasSize(1);
  }

  @Test
  void utf16IsToldAsSuch() {
    assertThatThrownBy(() -> read("a,b\n".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("UTF-16");
  }

  private List<Row> read(String text) throws IOException, UnreadableFile {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Row> read(byte[] bytes) throws IOException, UnreadableFile {
    Path file = folder.resolve("file.csv");
    Files.write(file, bytes);
    List<Row> all = new ArrayList<>();
    try (Rows rows = Rows.open(file)) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }
}
