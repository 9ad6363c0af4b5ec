package dev.paca.producers.files;

import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.Entry;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** What a spreadsheet's cell states: text, a number, or a number that its format makes a date. */
final class XlsxCell {
  /** A spreadsheet keeps 15 digits; what it stores beyond is the noise of binary fractions. */
  private static final int DIGITS = 15;

  private XlsxCell() {}

  static Entry entry(Cell cell) {
    Object value = cell.getValue();
    if (cell.getType() == CellType.ERROR) {
      return new Entry.Unreadable(
          ProblemCode.BAD_TEXT, "the cell holds the error " + cell.getRawValue());
    }
    if (value == null) {
      return Entry.BLANK;
    }
    if (value instanceof BigDecimal number) {
      return isDate(cell) ? date(cell) : new Entry.Numeral(plain(number));
    }
    return new Entry.Text(value.toString());
  }

  private static String plain(BigDecimal number) {
    BigDecimal exact =
        number.precision() > DIGITS && number.scale() > 0
            ? number.round(new java.math.MathContext(DIGITS))
            : number;
    BigDecimal stripped = exact.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
  }

  private static Entry date(Cell cell) {
    LocalDateTime time = cell.asDate();
    return new Entry.Text(
        time.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? time.toLocalDate().toString()
            : time.toString());
  }

  /** Built-in date formats by number (ECMA-376 part 1, 18.8.30), others by their letters. */
  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id == null) {
      return false;
    }
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
      return true;
    }
    String format = cell.getDataFormatString();
    return format != null
        && format
            .toLowerCase(Locale.ROOT)
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
            .matches(".*[dy].*");
  }
}
