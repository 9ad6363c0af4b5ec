package dev.paca.streams.past;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.HistoryView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.ScoreQueries;
import dev.paca.streams.query.TruthView;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.InputUnavailable;
import dev.paca.streams.recount.Recount;
import dev.paca.streams.rubrics.Publication;
import dev.paca.streams.rubrics.RubricHistory;
import dev.paca.streams.serving.ServedQueries;
import dev.paca.streams.serving.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers as of another time by folding the committed input up to it, through the same fold that
 * made what is served. One fold at a time, and the last few are kept.
 */
public final class PastQueries implements ServedQueries.Past {
  private static final Logger LOG = LoggerFactory.getLogger(PastQueries.class);

  private final CommittedInput input;
  private final RubricHistory rubrics;
  private final Provinces provinces;
  private final ServedQueries.Histories histories;
  private final long mostRecords;
  private final Clock clock;
  private final KeptSnapshots kept;

  /**
   * @param mostRecords a fold keeps its reports in memory: with more records than this it is
   *     refused
   */
  public PastQueries(
      CommittedInput input,
      RubricHistory rubrics,
      Provinces provinces,
      ServedQueries.Histories histories,
      KeptSnapshots kept,
      long mostRecords,
      Clock clock) {
    this.input = input;
    this.rubrics = rubrics;
    this.provinces = provinces;
    this.histories = histories;
    this.kept = kept;
    this.mostRecords = mostRecords;
    this.clock = clock;
  }

  @Override
  public ScoreQueries asOf(int year, AsOf asOf) {
    Optional<Rubric> version =
        asOf.rubric().isPresent()
            ? Optional.of(version(year, asOf.rubric().getAsInt()))
            : Optional.empty();
    Snapshot snapshot =
        kept.of(new KeptSnapshots.Key(asOf, version.map(Rubric::year)), () -> fold(asOf, version));
    return new ServedQueries(
        () -> snapshot,
        provinces,
        (of, province, criterion) -> history(asOf, of, province, criterion),
        (of, other) -> asOf(of, other));
  }

  private Rubric version(int year, int number) {
    List<Publication> published = rubrics.of(year).stream().filter(Publication::adopted).toList();
    return published.stream()
        .flatMap(publication -> publication.rubric().stream())
        .filter(rubric -> rubric.version() == number)
        .findFirst()
        .orElseThrow(() -> refused(ProblemCode.NOT_FOUND, noVersion(year, number, published)));
  }

  private static String noVersion(int year, int number, List<Publication> published) {
    String there =
        published.stream()
            .flatMap(publication -> publication.rubric().stream())
            .map(rubric -> Integer.toString(rubric.version()))
            .distinct()
            .collect(Collectors.joining(", "));
    return "no version %d of the rubric of %d was published; %s"
        .formatted(number, year, there.isEmpty() ? "there is none" : "there are " + there);
  }

  private Snapshot fold(AsOf asOf, Optional<Rubric> version) {
    Recount.Options options = new Recount.Options(asOf.until(), asOf.at(), version);
    long[] newest = {0};
    long[] records = {0};
    try {
      Recount recount =
          Recount.of(
              input,
              options,
              entry -> {
                newest[0] = Math.max(newest[0], entry.timestamp());
                if (++records[0] > mostRecords) {
                  throw tooMany();
                }
              });
      return new Snapshot(
          new FoldedScores(recount.assessments(), provinces, newest[0]).served(recount.covered()),
          new FoldedReports(recount.fold()),
          recount.fold().placer(),
          truth(asOf, newest[0], recount));
    } catch (InputUnavailable e) {
      LOG.warn("the input cannot be folded at the moment", e);
      throw refused(ProblemCode.UNAVAILABLE, "the input cannot be read at the moment; try again");
    }
  }

  private TruthView truth(AsOf asOf, long newest, Recount recount) {
    return new TruthView(
        newest == 0 ? null : Instant.ofEpochMilli(newest).toString(),
        Math.max(0, clock.millis() - newest),
        recount.covered(),
        asOf.until().map(LocalDate::toString).orElse(null),
        asOf.at().map(Instant::toString).orElse(null));
  }

  private List<HistoryView> history(
      AsOf asOf, int year, String province, Optional<String> criterion) {
    if (asOf.until().isPresent() || asOf.rubric().isPresent()) {
      throw refused(
          ProblemCode.BAD_REQUEST,
          "the history is what was said when: it takes at, but neither until nor rubric");
    }
    return histories.history(year, province, criterion).stream()
        .filter(change -> !Instant.parse(change.at()).isAfter(asOf.at().orElse(Instant.MAX)))
        .toList();
  }

  private QueryRefused tooMany() {
    return refused(
        ProblemCode.UNAVAILABLE,
        "the past is folded in memory, and there are over %d records (setting past-records); ask"
                .formatted(mostRecords)
            + " where there is more memory: paca verify --at or --until");
  }

  private static QueryRefused refused(ProblemCode code, String message) {
    return new QueryRefused(code, message);
  }
}
