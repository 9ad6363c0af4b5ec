package dev.paca.cli.query;

import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Language;
import dev.paca.cli.console.Tone;
import dev.paca.streams.query.NameView;
import dev.paca.streams.query.ReportView;
import java.math.BigDecimal;
import java.util.Objects;

/** The words that several answers share. */
public record Wording(Language language) {

  public String of(String vi, String en) {
    return language.of(vi, en);
  }

  public String name(NameView name) {
    return name == null ? "" : of(name.vi(), name.en());
  }

  /** Why a report gives nothing. */
  String notCounted(ReportView.Warning reason) {
    return of("không tính: ", "not counted: ") + of(reason.vi(), reason.en());
  }

  /** What decided the points. */
  String basis(String basis) {
    return switch (Objects.toString(basis, "NONE")) {
      case "FINAL" -> of("công bố", "final");
      case "APPRAISED" -> of("thẩm định", "appraised");
      case "COMPUTED" -> of("tính từ báo cáo", "computed");
      case "SELF" -> of("tự chấm", "self-assessed");
      default -> of("chưa có", "nothing yet");
    };
  }

  Cell basisCell(String basis) {
    return Cell.of(basis, basis(basis));
  }

  /** Points that may rest on nothing yet, which is neither zero nor not stated. */
  Cell points(BigDecimal points, String basis) {
    return "NONE".equals(basis)
        ? Cell.of(points == null ? "" : points.toPlainString(), basis(basis)).in(Tone.DIM)
        : Cell.points(points, language);
  }

  Cell mean(BigDecimal mean) {
    return mean == null
        ? Cell.of("", of("chưa có", "none yet")).in(Tone.DIM)
        : Cell.points(mean, language);
  }

  public String rank(Integer rank, boolean tied) {
    return rank == null ? of("chưa xếp hạng", "not ranked") : (tied ? "=" : "") + rank;
  }

  /** {@code ▲1}, {@code ▼3}, {@code –} for no move; "new" where a year before had no rank. */
  public String move(Integer rank, Integer previousRank) {
    if (rank == null || previousRank == null) {
      return of("mới", "new");
    }
    int up = previousRank - rank;
    return up == 0 ? "–" : (up > 0 ? "▲" : "▼") + Math.abs(up);
  }
}
