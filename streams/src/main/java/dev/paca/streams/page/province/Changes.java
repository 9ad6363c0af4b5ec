package dev.paca.streams.page.province;

import dev.paca.streams.query.HistoryView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What changed, newest first; only the last {@value #SHOWN}, since a busy year has thousands.
 *
 * @param of how many there are
 */
public record Changes(List<HistoryView> latest, int of) {
  static final int SHOWN = 20;

  public static Changes of(List<HistoryView> oldestFirst) {
    int size = oldestFirst.size();
    List<HistoryView> latest =
        new ArrayList<>(oldestFirst.subList(Math.max(0, size - SHOWN), size));
    Collections.reverse(latest);
    return new Changes(List.copyOf(latest), size);
  }
}
