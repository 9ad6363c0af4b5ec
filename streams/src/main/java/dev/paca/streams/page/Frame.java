package dev.paca.streams.page;

import dev.paca.streams.page.language.Wording;
import dev.paca.streams.query.TruthView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every view has around it: title, years, the other language, how true its numbers are.
 *
 * @param statics folder of style sheet and scripts, named after their content
 * @param path of this view, without its query
 * @param switchTo this view in the other language
 * @param api this view's data as JSON
 * @param followed which year's changes the view shows as they happen
 */
public record Frame(
    Wording wording,
    Links links,
    String title,
    String statics,
    String path,
    String switchTo,
    List<YearLink> years,
    Optional<String> api,
    Optional<Truth> truth,
    Optional<Integer> followed) {

  /** The same view in another year, or that year's ranking where the view does not exist. */
  public record YearLink(int year, String href, boolean current) {}

  /**
   * How true the numbers are, and by which rubric they were made.
   *
   * @param source of the rubric, empty where it names none
   */
  public record Truth(TruthView view, int year, int rubricVersion, Optional<String> source) {
    /**
     * The scoring task is heard from every few seconds also when nothing changes; half a minute of
     * silence means that it is not running or cannot be reached.
     */
    static final long STALE_AFTER_MS = 30_000;

    /** Has the scoring task been heard from at all since this server started? */
    public boolean heard() {
      return view.ageMs() >= 0;
    }

    public boolean stale() {
      return view.until() == null && view.at() == null && lag();
    }

    private boolean lag() {
      return !heard() || view.ageMs() > STALE_AFTER_MS;
    }
  }

  /** The same for a view that no event changes. */
  Frame unfollowed() {
    return new Frame(
        wording, links, title, statics, path, switchTo, years, api, truth, Optional.empty());
  }

  /** This view as it is served now. */
  public String present() {
    return links.now().with(path, Map.of());
  }

  public boolean stale() {
    return truth.map(Truth::stale).orElse(false);
  }
}
