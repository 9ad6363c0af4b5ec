package dev.paca.cli.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** The reader's language: how words, numbers and dates look on a terminal. */
public enum Language {
  VI(',', '.', "dd/MM/yyyy"),
  EN('.', ',', "yyyy-MM-dd");

  private final char decimal;
  private final char grouping;
  private final DateTimeFormatter date;

  Language(char decimal, char grouping, String date) {
    this.decimal = decimal;
    this.grouping = grouping;
    this.date = DateTimeFormatter.ofPattern(date, Locale.ROOT);
  }

  /** By LC_ALL, LC_MESSAGES or LANG, the first that is set; English when it is not Vietnamese. */
  public static Language of(Console console) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .flatMap(name -> console.variable(name).stream())
        .findFirst()
        .filter(locale -> locale.toLowerCase(Locale.ROOT).startsWith("vi"))
        .map(locale -> VI)
        .orElse(EN);
  }

  /** Picks the text in this language. */
  public String of(String vi, String en) {
    return this == VI ? vi : en;
  }

  /** Two decimals, half-up: {@code 72,46} or {@code 72.46}. */
  public String points(BigDecimal points) {
    return format("#,##0.00", points.setScale(2, RoundingMode.HALF_UP));
  }

  /** As many decimals as it has, none if it is whole: {@code 40}, {@code 1.5}. */
  public String amount(Number number) {
    return format("#,##0.##########", new BigDecimal(number.toString()));
  }

  /** An ISO date as it is written in this language; text that is none stays as it is. */
  public String date(String iso) {
    try {
      return date.format(LocalDate.parse(iso));
    } catch (java.time.DateTimeException e) {
      return iso;
    }
  }

  private String format(String pattern, BigDecimal number) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setDecimalSeparator(decimal);
    symbols.setGroupingSeparator(grouping);
    return new DecimalFormat(pattern, symbols).format(number);
  }
}
