package dev.paca.streams.page.freshness;

import dev.paca.scoring.freshness.ExpectedKinds;
import dev.paca.streams.page.language.Wording;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.FreshnessView.Newest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every province by the kinds of agencies that each has, the longest silent first; or one with its
 * agencies.
 *
 * @param kinds the columns
 * @param rows in the order of the answer
 * @param province the one that is shown alone
 */
public record FreshnessPage(
    FreshnessView view,
    List<String> kinds,
    List<Row> rows,
    Optional<FreshnessView.ProvinceRow> province) {

  /** A province; cells in the order of the kinds. */
  public record Row(FreshnessView.ProvinceRow province, List<Cell> cells) {}

  /**
   * How long one kind of agency has been silent.
   *
   * @param newest null where none ever reported
   */
  public record Cell(String kind, Newest newest) {

    public String css() {
      return Silence.of(newest).css();
    }

    /** Days, or the word for never. */
    public String shown(Wording w) {
      return newest == null ? w.say("freshness.never") : w.whole(newest.receivedDaysAgo());
    }
  }

  public static FreshnessPage all(FreshnessView view) {
    return of(view, Optional.empty());
  }

  /**
   * @param view of one province
   */
  public static FreshnessPage one(FreshnessView view) {
    return of(view, Optional.of(view.provinces().get(0)));
  }

  private static FreshnessPage of(
      FreshnessView view, Optional<FreshnessView.ProvinceRow> province) {
    List<String> kinds = ExpectedKinds.OF_A_PROVINCE.stream().map(Enum::name).toList();
    List<Row> rows = new ArrayList<>();
    for (FreshnessView.ProvinceRow each : view.provinces()) {
      rows.add(new Row(each, kinds.stream().map(kind -> cell(each, kind)).toList()));
    }
    return new FreshnessPage(view, kinds, rows, province);
  }

  private static Cell cell(FreshnessView.ProvinceRow province, String kind) {
    return province.kinds().stream()
        .filter(each -> each.agencyKind().equals(kind))
        .map(each -> new Cell(kind, each.freshness()))
        .findFirst()
        .orElseGet(() -> new Cell(kind, null));
  }

  /** Of a whole row. */
  public static Cell whole(FreshnessView.ProvinceRow province) {
    return new Cell("", province.freshness());
  }

  public long neverReported() {
    return rows.stream().filter(row -> row.province().freshness() == null).count();
  }

  /** The kinds that are missed in the province that is shown alone. */
  public Stream<String> missing() {
    return province.stream()
        .flatMap(each -> each.kinds().stream())
        .filter(kind -> kind.freshness() == null)
        .map(FreshnessView.Kind::agencyKind);
  }
}
