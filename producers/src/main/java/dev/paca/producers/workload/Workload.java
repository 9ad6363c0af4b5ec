package dev.paca.producers.workload;

import dev.paca.reports.ReportStatus;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.rubric.Rubrics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reports as agencies publish them, of all types and provinces: of a hundred, 74 are new, 20 are
 * corrections (one in fifty moves province or day), 5 are exact repeats and 1 is a retraction; two
 * arrive up to a thousand publications late; a third has a case number.
 *
 * @param seed the same seed always gives the same reports
 * @param size publications, not reports
 * @param from first day on which something occurred; every day is in a rubric's window
 * @param to last day
 */
public record Workload(long seed, int size, Rubrics rubrics, LocalDate from, LocalDate to)
    implements Iterable<SpecificRecord> {
  /** The seed of the figures in docs/performance.md. */
  public static final long SEED = 20_231_209;

  private static final int CORRECTIONS = 20;
  private static final int DUPLICATES = 5;
  private static final int RETRACTIONS = 1;
  private static final int LATE = 2;
  private static final int LATEST = 1_000;
  private static final Duration PUBLISHED_WITHIN = Duration.ofDays(365);

  /** The reports in the order of their publication. */
  @Override
  public Iterator<SpecificRecord> iterator() {
    return new Publications();
  }

  /**
   * As one partition's log holds them, published over the year after the last day: most corrections
   * come days after what they correct, so that both are kept.
   */
  public List<Filed> filed() {
    long start = to.plusDays(1).atStartOfDay(Filed.ZONE).toInstant().toEpochMilli();
    long every = PUBLISHED_WITHIN.toMillis() / size;
    List<Filed> filed = new ArrayList<>(size);
    for (SpecificRecord body : this) {
      int offset = filed.size();
      filed.add(Filed.of(Report.of(body), start + offset * every, 0, offset));
    }
    return filed;
  }

  private record Due(long at, int drawn, SpecificRecord body) {}

  private final class Publications implements Iterator<SpecificRecord> {
    private final SplittableRandom dice = new SplittableRandom(seed);
    private final ReportDraw draw = new ReportDraw(seed, size, rubrics, from, to);
    private final int[] revisions = new int[size];
    private final boolean[] retracted = new boolean[size];
    private final PriorityQueue<Due> waiting =
        new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingInt(Due::drawn));
    private int reports;
    private int drawn;

    @Override
    public boolean hasNext() {
      return drawn < size || !waiting.isEmpty();
    }

    @Override
    public SpecificRecord next() {
      while (drawn < size && (waiting.isEmpty() || waiting.peek().at() >= drawn)) {
        int late = dice.nextInt(100) < LATE ? 1 + dice.nextInt(LATEST) : 0;
        waiting.add(new Due((long) drawn + late, drawn, publication()));
        drawn++;
      }
      Due due = waiting.poll();
      if (due == null) {
        throw new NoSuchElementException("all " + size + " were published");
      }
      return due.body();
    }

    private SpecificRecord publication() {
      int kind = dice.nextInt(100);
      if (reports == 0 || kind >= CORRECTIONS + DUPLICATES + RETRACTIONS) {
        return revised(reports++, false);
      }
      int number = dice.nextInt(reports);
      if (kind < CORRECTIONS) {
        return revised(number, false);
      }
      return kind < CORRECTIONS + DUPLICATES ? latest(number) : revised(number, true);
    }

    private SpecificRecord revised(int number, boolean retract) {
      revisions[number]++;
      retracted[number] = retract;
      return latest(number);
    }

    private SpecificRecord latest(int number) {
      ReportStatus status = retracted[number] ? ReportStatus.RETRACTED : ReportStatus.REPORTED;
      return draw.of(number, revisions[number], status);
    }
  }
}
