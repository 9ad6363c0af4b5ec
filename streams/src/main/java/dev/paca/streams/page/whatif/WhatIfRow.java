package dev.paca.streams.page.whatif;

import dev.paca.streams.page.chart.Bar;
import dev.paca.streams.page.language.Wording;
import dev.paca.streams.page.ranking.Move;
import dev.paca.streams.query.DiffView;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One province as it is drawn.
 *
 * @param bar what the draft gives, with a mark at what it has now
 * @param move of the rank by the draft
 */
public record WhatIfRow(DiffView.Province row, Bar bar, Move move) {

  static WhatIfRow of(DiffView.Province row, BigDecimal max) {
    // Nothing of a draft is final, so its bars are hatched.
    Bar bar =
        Bar.of(
                row.total().then() == null ? BigDecimal.ZERO : row.total().then(),
                max,
                row.total().then() == null ? "NONE" : "COMPUTED",
                null)
            .and(row.total().now());
    return new WhatIfRow(row, bar, Move.of(row.rank().then(), row.rank().now()));
  }

  public BigDecimal gain() {
    return points(row.total().then()).subtract(points(row.total().now()));
  }

  private static BigDecimal points(BigDecimal points) {
    return Optional.ofNullable(points).orElse(BigDecimal.ZERO);
  }

  boolean changes() {
    return gain().signum() != 0 || move.places().orElse(0) != 0 || !row.criteria().isEmpty();
  }

  public String css() {
    return gain().signum() > 0 ? "up" : gain().signum() < 0 ? "down" : "same";
  }

  /** A criterion's change in a few characters: {@code 4,00 → 5,50}, a maximum where it differs. */
  public static String change(DiffView.Criterion criterion, Wording wording) {
    return side(criterion.now(), criterion.maxNow(), criterion, wording)
        + " → "
        + side(criterion.then(), criterion.maxThen(), criterion, wording);
  }

  private static String side(
      BigDecimal points, BigDecimal max, DiffView.Criterion criterion, Wording wording) {
    if (points == null) {
      return wording.say("whatif.without");
    }
    boolean sameMax =
        criterion.maxNow() != null
            && criterion.maxThen() != null
            && criterion.maxNow().compareTo(criterion.maxThen()) == 0;
    return wording.points(points) + (sameMax ? "" : "/" + wording.maximum(max));
  }
}
