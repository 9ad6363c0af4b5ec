package dev.paca.streams.page.ranking;

import dev.paca.streams.page.language.Wording;
import java.util.OptionalInt;

/**
 * The change of a rank on last year, as a sign and in words.
 *
 * @param places up is positive; empty where one of the two ranks does not exist
 */
public record Move(OptionalInt places) {

  public static Move of(Integer rank, Integer previousRank) {
    return new Move(
        rank == null || previousRank == null
            ? OptionalInt.empty()
            : OptionalInt.of(previousRank - rank));
  }

  public String sign() {
    if (places.isEmpty()) {
      return "·";
    }
    int by = places.getAsInt();
    return by == 0 ? "–" : (by > 0 ? "▲" : "▼") + Math.abs(by);
  }

  public String words(Wording wording) {
    if (places.isEmpty()) {
      return wording.say("move.none");
    }
    int by = places.getAsInt();
    if (by == 0) {
      return wording.say("move.same");
    }
    return wording.count(by > 0 ? "move.up" : "move.down", Math.abs(by));
  }

  public String css() {
    int by = places.orElse(0);
    return by > 0 ? "up" : by < 0 ? "down" : "same";
  }
}
