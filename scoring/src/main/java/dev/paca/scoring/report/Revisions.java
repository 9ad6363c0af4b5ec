package dev.paca.scoring.report;

import java.util.Optional;

/** Decides what an arriving revision does to the one that is known. */
public final class Revisions {
  private Revisions() {}

  /** What becomes of an arriving report. */
  public enum Decision {
    /** It is the latest now. */
    ACCEPTED,
    /** An exact repeat: changes nothing. */
    DUPLICATE,
    /** Older than what is known: changes nothing. */
    OLDER,
    /** The known revision with other content: to be rejected. */
    CONFLICT
  }

  /**
   * Higher revision wins. Of two reports that state no revision the later published wins, and one
   * that repeats the latest content is a duplicate whenever it was published. What was first in the
   * log under a stated revision is that revision, in whatever order the log is read: its time
   * decides about deadlines, and other content after it is a conflict.
   */
  public static Decision decide(Optional<Filed> known, Filed arriving) {
    if (known.isEmpty()) {
      return Decision.ACCEPTED;
    }
    Filed latest = known.get();
    boolean sameContent = latest.report().body().equals(arriving.report().body());
    boolean unstated =
        latest.report().revision().isEmpty() && arriving.report().revision().isEmpty();
    if (unstated && sameContent) {
      return Decision.DUPLICATE;
    }
    if (arriving.revision() != latest.revision()) {
      return arriving.revision() > latest.revision() ? Decision.ACCEPTED : Decision.OLDER;
    }
    if (unstated) {
      return arriving.offset() > latest.offset() ? Decision.ACCEPTED : Decision.OLDER;
    }
    if (arriving.offset() < latest.offset()) {
      return Decision.ACCEPTED;
    }
    return sameContent ? Decision.DUPLICATE : Decision.CONFLICT;
  }
}
