package dev.paca.producers.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldKindTest {
  private static final WholeNumberKind NUMBER = new WholeNumberKind(Long.MAX_VALUE);
  private static final PointsKind POINTS = new PointsKind(9, 2);

  @Property
  void everyNumberFromZeroUpIsReadAsItself(@ForAll @LongRange(min = 0) long number) {
    assertThat(NUMBER.read(Long.toString(number))).isEqualTo(new Reading.Value(number));
  }

  @Property
  void noTextOfAnyKindBreaksAReading(@ForAll String text) {
    for (FieldKind kind : new FieldKind[] {NUMBER, POINTS, new DateKind(), new TextKind()}) {
      assertThat(kind.read(text)).isNotNull();
    }
  }

  @Property
  void everyDayIsReadAsItself(@ForAll @IntRange(min = -700_000, max = 2_900_000) int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);

    assertThat(new DateKind().read(day.toString())).isEqualTo(new Reading.Value(day));
  }

  @Property
  void pointsKeepTheirValueToTheCent(@ForAll @IntRange(min = 0, max = 999_999_999) int cents) {
    BigDecimal points = BigDecimal.valueOf(cents, 2);

    assertThat(POINTS.read(points.toPlainString())).isEqualTo(new Reading.Value(points));
    assertThat(POINTS.read(points.stripTrailingZeros().toPlainString()))
        .isEqualTo(new Reading.Value(points));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234|write digits only, such as 1234",
        "1,234,567|such as 1234567",
        "12 000|such as 12000",
        "1,5|has a fraction",
        "1.0|has a fraction",
        "1e3|scientific notation",
        "5.4E9|scientific notation",
        "-3|below zero",
        "9223372036854775808|too large; at most 9223372036854775807",
        "abc|not a whole number",
        "12 cases|not a whole number",
        "٣|not a whole number",
      })
  void aBadNumberIsToldWhatWouldBeRight(String text, String message) {
    assertThat(((Reading.Wrong) NUMBER.read(text)).message()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15/12/2022|if the day comes first it is 2022-12-15",
        "12/31/2022|such as 2022-12-15",
        "2022-02-30|no day of the calendar",
        "2022-1-5|not a date as YYYY-MM-DD",
        "20221215|not a date as YYYY-MM-DD",
        "44910|not a date as YYYY-MM-DD",
      })
  void aBadDateIsToldWhatWouldBeRight(String text, String message) {
    assertThat(((Reading.Wrong) new DateKind().read(text)).message()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7,25|after a dot, 7.25",
        "7.255|more than 2 decimals",
        "10000000|at most 9999999.99",
        "-1|not a number of points",
        "1e2|not a number of points",
      })
  void badPointsAreToldWhatWouldBeRight(String text, String message) {
    assertThat(((Reading.Wrong) POINTS.read(text)).message()).contains(message);
  }

  @Test
  void aLongWrongValueIsCutInItsMessage() {
    String message = ((Reading.Wrong) NUMBER.read("x\n".repeat(5000))).message();

    assertThat(message).hasSizeLessThan(200).doesNotContain("\n").contains("…");
  }

  @Test
  void aYearFitsItsField() {
    assertThat(new WholeNumberKind(Integer.MAX_VALUE).read("2022"))
        .isEqualTo(new Reading.Value(2022));
    assertThat(new WholeNumberKind(Integer.MAX_VALUE).read("3000000000"))
        .isInstanceOf(Reading.Wrong.class);
  }
}
