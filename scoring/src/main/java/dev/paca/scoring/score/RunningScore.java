package dev.paca.scoring.score;

import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.tally.Tally;
import dev.paca.scoring.tally.Touched;
import java.util.Optional;

/**
 * The score of one place, kept up as its tally changes: only the criteria are scored anew whose
 * formula reads what was touched, or to which other points were given. The same score as {@link
 * Scorer#score} of the same tally.
 */
public final class RunningScore {
  private final Rubric rubric;
  private final String province;
  private Optional<ProvinceScore> last = Optional.empty();
  private boolean figures;

  public RunningScore(Rubric rubric, String province) {
    this.rubric = rubric;
    this.province = province;
  }

  /** By which it is scored. */
  public Rubric rubric() {
    return rubric;
  }

  /** As it was given last, if it ever was. */
  public Optional<ProvinceScore> last() {
    return last;
  }

  /**
   * The score of the tally, which is the very object that was given last where nothing is another.
   *
   * @param touched all that may be another in the tally than when this was asked last; of no matter
   *     the first time
   */
  public ProvinceScore of(Tally tally, Touched touched) {
    boolean had = figures;
    figures = tally.hasFigures();
    ProvinceScore now =
        last.isPresent() && had == figures
            ? Scorer.again(rubric, last.get(), tally, touched)
            : Scorer.score(rubric, province, tally);
    last = Optional.of(now);
    return now;
  }
}
