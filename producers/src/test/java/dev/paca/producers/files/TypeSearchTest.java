package dev.paca.producers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.Entry;
import dev.paca.producers.form.ReportForm;
import dev.paca.scoring.report.ReportType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TypeSearchTest {
  private static final List<String> COMMON =
      List.of("reportId", "agency", "agencyKind", "province", "occurredOn");

  @Test
  void theFullHeaderOfEveryTypeNamesIt() {
    for (ReportType type : ReportType.values()) {
      Header header = new Header(List.copyOf(ReportForm.of(type).fields()));

      assertThat(found(TypeSearch.in(Path.of("x.csv"), header, Optional.empty()))).isEqualTo(type);
    }
  }

  @Test
  void theFilesNameDecidesWhereTheHeaderFitsSeveralTypes() {
    Header header = header("channel");

    assertThat(TypeSearch.in(Path.of("quý 4.csv"), header, Optional.empty()))
        .isInstanceOfSatisfying(
            TypeSearch.NotFound.class,
            none ->
                assertThat(none.problems().get(0).message())
                    .contains("audits, recoveries")
                    .contains("--type"));
    assertThat(found(TypeSearch.in(Path.of("Recoveries-2022.csv"), header, Optional.empty())))
        .isEqualTo(ReportType.RECOVERIES);
    assertThat(found(TypeSearch.in(Path.of("x.csv"), header, Optional.of(ReportType.AUDITS))))
        .isEqualTo(ReportType.AUDITS);
  }

  @Test
  void everyColumnThatIsWrongIsNamed() {
    Header header =
        new Header(
            Stream.concat(
                    COMMON.stream().filter(name -> !name.equals("province")),
                    Stream.of("chanel", "agency", "recoveredVND", ""))
                .toList());

    TypeSearch search = TypeSearch.in(Path.of("audits.csv"), header, Optional.empty());

    assertThat(((TypeSearch.NotFound) search).nearest()).contains(ReportType.AUDITS);
    List<Problem> problems = ((TypeSearch.NotFound) search).problems();
    assertThat(problems)
        .extracting(Problem::field, Problem::code)
        .containsExactly(
            tuple("chanel", ProblemCode.BAD_HEADER),
            tuple("agency", ProblemCode.BAD_HEADER),
            tuple("recoveredVND", ProblemCode.BAD_HEADER),
            tuple("province", ProblemCode.BAD_HEADER),
            tuple("channel", ProblemCode.BAD_HEADER));
    assertThat(problems.get(0).message()).contains("column E").contains("mean channel?");
    assertThat(problems.get(1).message()).contains("columns B and F");
    assertThat(problems.get(2).message()).contains("mean recoveredVnd?");
  }

  @Test
  void aHeaderOfNoTypeIsHeldAgainstTheNearest() {
    Header header = header("received", "eligble", "resolved");

    TypeSearch.NotFound none =
        (TypeSearch.NotFound) TypeSearch.in(Path.of("x.csv"), header, Optional.empty());

    assertThat(none.nearest()).contains(ReportType.DENUNCIATIONS);
    assertThat(none.problems()).extracting(Problem::field).containsExactly("eligble");
  }

  @Test
  void aSpreadsheetGivesAProvinceItsLeadingZeroBack() {
    Header header = new Header(List.of("province", "reportId", "inspections"));
    Row row =
        new Row(2, List.of(new Entry.Numeral("1"), new Entry.Numeral("7"), new Entry.Numeral("3")));

    assertThat(header.entries(row, ReportForm.of(ReportType.AUDITS)).values())
        .containsExactly(Entry.text("01"), Entry.text("7"), new Entry.Numeral("3"));
  }

  @Test
  void aCellBeyondTheHeaderIsNotLost() {
    Header header = new Header(List.of("province"));
    Row row = new Row(2, List.of(Entry.text("01"), Entry.text(" "), Entry.text("9")));

    assertThat(header.entries(row, ReportForm.of(ReportType.AUDITS)))
        .containsOnlyKeys("province", "column C");
    assertThat(Row.letters(27)).isEqualTo("AB");
  }

  private static Header header(String... own) {
    return new Header(Stream.concat(COMMON.stream(), Arrays.stream(own)).toList());
  }

  private static ReportType found(TypeSearch search) {
    return ((TypeSearch.Found) search).form().type();
  }
}
