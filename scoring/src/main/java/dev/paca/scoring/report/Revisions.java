package dev.paca.scoring.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of one report: its latest revision and, as a year's deadline may lie between two of
 * them, of every earlier day the revision that was the latest at its end. Immutable, and the same
 * whatever the order in which the records came.
 *
 * @param filed by the day of receipt, earliest first; a later one has a higher revision
 */
public record Revisions(List<Filed> filed) {

  private static final Comparator<Filed> BY_DAY =
      Comparator.comparingLong(Filed::receivedDay).thenComparingLong(Filed::revision);

  /** What becomes of an arriving report. */
  public enum Decision {
    /** It is the latest now, or was the latest at the end of the day on which it came. */
    ACCEPTED,
    /** An exact repeat: changes nothing. */
    DUPLICATE,
    /** Older than what is known: changes nothing. */
    OLDER,
    /** The known revision with other content: to be rejected. */
    CONFLICT
  }

  /**
   * @param now what is kept from then on
   */
  public record Outcome(Decision decision, Revisions now) {}

  public Revisions {
    if (filed.isEmpty()) {
      throw new IllegalArgumentException("a report has at least one revision");
    }
    filed = List.copyOf(filed);
  }

  public static Revisions of(Filed first) {
    return new Revisions(List.of(first));
  }

  public ReportKey key() {
    return latest().report().key();
  }

  /** The highest revision. */
  public Filed latest() {
    return filed.get(filed.size() - 1);
  }

  /** The latest revision that was received by the end of this day in Viet Nam. */
  public Optional<Filed> knownOn(LocalDate day) {
    return knownBefore(Filed.endOf(day));
  }

  /** The latest revision that was received before a time, ms. */
  public Optional<Filed> knownBefore(long time) {
    for (int i = filed.size() - 1; i >= 0; i--) {
      if (filed.get(i).receivedAt() < time) {
        return Optional.of(filed.get(i));
      }
    }
    return Optional.empty();
  }

  /** The case numbers that any kept revision names; a retraction names none. */
  public Set<String> matterIds() {
    Set<String> ids = Set.of();
    for (Filed each : filed) {
      Report report = each.report();
      if (report.matterId().isPresent() && !report.retracted()) {
        // Most reports name none, and nearly all others the same one in every revision.
        String id = report.matterId().get();
        ids = ids.isEmpty() ? Set.of(id) : with(ids, id);
      }
    }
    return ids;
  }

  private static Set<String> with(Set<String> ids, String id) {
    Set<String> more = new HashSet<>(ids);
    more.add(id);
    return more;
  }

  /** The first of a report, or {@link #file} where something is known. */
  public static Outcome file(Optional<Revisions> known, Filed arriving) {
    return known
        .map(revisions -> revisions.file(arriving))
        .orElseGet(() -> new Outcome(Decision.ACCEPTED, of(arriving)));
  }

  /**
   * Higher revision wins. Of two reports that state no revision the later published wins, and one
   * that repeats the latest content is a duplicate whenever it was published. What was first in the
   * log under a stated revision is that revision, in whatever order the log is read: its time
   * decides about deadlines, and other content after it is a conflict.
   */
  public Outcome file(Filed arriving) {
    Filed latest = latest();
    boolean unstated = unstated(latest, arriving);
    if (unstated && sameContent(latest, arriving)) {
      return new Outcome(Decision.DUPLICATE, this);
    }
    if (arriving.revision() == latest.revision()
        && !unstated
        && arriving.offset() >= latest.offset()) {
      return new Outcome(
          sameContent(latest, arriving) ? Decision.DUPLICATE : Decision.CONFLICT, this);
    }
    return keep(arriving);
  }

  /** None of those that are kept replaces another, so that only the arriving one is compared. */
  private Outcome keep(Filed arriving) {
    List<Filed> kept = new ArrayList<>(filed.size() + 1);
    int at = 0;
    for (Filed each : filed) {
      if (replaces(each, arriving)) {
        return new Outcome(Decision.OLDER, this);
      }
      if (!replaces(arriving, each)) {
        kept.add(each);
        at = BY_DAY.compare(each, arriving) <= 0 ? kept.size() : at;
      }
    }
    kept.add(at, arriving);
    return new Outcome(Decision.ACCEPTED, new Revisions(kept));
  }

  private static boolean sameContent(Filed a, Filed b) {
    return a.report().body().equals(b.report().body());
  }

  /** Whether there is no deadline before which {@code known} would count beside {@code other}. */
  private static boolean replaces(Filed other, Filed known) {
    if (other.revision() != known.revision()) {
      return other.revision() > known.revision() && other.receivedDay() <= known.receivedDay();
    }
    return unstated(other, known)
        ? other.offset() > known.offset()
        : other.offset() < known.offset();
  }

  private static boolean unstated(Filed a, Filed b) {
    return a.report().revision().isEmpty() && b.report().revision().isEmpty();
  }
}
