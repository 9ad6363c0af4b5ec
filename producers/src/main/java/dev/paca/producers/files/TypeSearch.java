package dev.paca.producers.files;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.ReportForm;
import dev.paca.scoring.report.ReportType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which type a file holds: what the caller says; else the only one whose fields are the header's
 * columns; else, where several are, the one that the file's name begins with (audits-2022.csv).
 */
sealed interface TypeSearch {

  record Found(ReportForm form) implements TypeSearch {}

  /**
   * @param nearest the type that the header was held against, if one is near
   */
  record NotFound(Optional<ReportType> nearest, List<Problem> problems) implements TypeSearch {}

  static TypeSearch in(Path file, Header header, Optional<ReportType> said) {
    if (said.isPresent()) {
      return held(header, said.get());
    }
    Optional<ReportType> named = byName(file);
    List<ReportType> fitting =
        Arrays.stream(ReportType.values())
            .filter(type -> header.problems(ReportForm.of(type)).isEmpty())
            .toList();
    if (fitting.isEmpty()) {
      return held(header, named.orElseGet(() -> nearest(header)));
    }
    if (fitting.size() == 1) {
      return new Found(ReportForm.of(fitting.get(0)));
    }
    return named
        .filter(fitting::contains)
        .<TypeSearch>map(type -> new Found(ReportForm.of(type)))
        .orElseGet(() -> ambiguous(fitting));
  }

  private static TypeSearch held(Header header, ReportType type) {
    ReportForm form = ReportForm.of(type);
    List<Problem> problems = header.problems(form);
    return problems.isEmpty() ? new Found(form) : new NotFound(Optional.of(type), problems);
  }

  private static TypeSearch ambiguous(List<ReportType> fitting) {
    String words = fitting.stream().map(ReportType::word).collect(Collectors.joining(", "));
    return new NotFound(
        Optional.empty(),
        List.of(
            new Problem(
                "",
                ProblemCode.BAD_HEADER,
                "the columns fit "
                    + words
                    + "; say which with --type, or begin the file's name with it")));
  }

  private static Optional<ReportType> byName(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(ReportType.values())
        .filter(type -> name.matches(type.word() + "([^a-z].*)?"))
        .findFirst();
  }

  private static ReportType nearest(Header header) {
    return Arrays.stream(ReportType.values())
        .max(
            Comparator.comparingLong(
                type ->
                    header.stated().stream()
                        .filter(ReportForm.of(type).fields()::contains)
                        .count()))
        .orElseThrow();
  }
}
