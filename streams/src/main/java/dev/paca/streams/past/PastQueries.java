package dev.paca.streams.past;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.freshness.FreshnessTable;
import dev.paca.streams.query.AsOf;
import dev.paca.streams.query.HistoryView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.ScoreQueries;
import dev.paca.streams.query.TruthView;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Answers as of another time by folding the committed input up to it, through the same fold that
 * made what is served. One fold at a time, and the last few are kept.
 */
public final class PastQueries implements ServedQueries.Past {
  private final Supplier<Snapshot> present;
  private final InputFold fold;
  private final KeptSnapshots kept;
  private final RubricHistory rubrics;
  private final ServedQueries.Histories histories;
  private final Provinces provinces;
  private final Clock clock;

  public PastQueries(
      Supplier<Snapshot> present,
      InputFold fold,
      RubricHistory rubrics,
      ServedQueries.Histories histories,
      Provinces provinces,
      Clock clock) {
    this.present = present;
    this.fold = fold;
    this.kept = new KeptSnapshots(() -> present.get().served(), clock);
    this.rubrics = rubrics;
    this.histories = histories;
    this.provinces = provinces;
    this.clock = clock;
  }

  @Override
  public ScoreQueries asOf(int year, AsOf asOf) {
    Snapshot snapshot = snapshot(year, asOf);
    requireRubric(year, asOf, snapshot);
    return new ServedQueries(
        () -> snapshot,
        provinces,
        (of, province, criterion) -> history(asOf, of, province, criterion),
        this);
  }

  private Snapshot snapshot(int year, AsOf asOf) {
    if (asOf.rubric().isEmpty()) {
      return kept.of(
          new KeptSnapshots.Key(asOf, ScoreQueries.ANY_YEAR), () -> fold(asOf, Optional.empty()));
    }
    Rubric version = version(year, asOf.rubric().getAsInt());
    Optional<Snapshot> rescored =
        asOf.until().isEmpty() && asOf.at().isEmpty()
            ? new OtherVersion(version, provinces).of(present.get())
            : Optional.empty();
    return rescored.orElseGet(
        () -> kept.of(new KeptSnapshots.Key(asOf, year), () -> fold(asOf, Optional.of(version))));
  }

  /** An instant before a year had a rubric is nobody's typing error: say when it got one. */
  private void requireRubric(int year, AsOf asOf, Snapshot snapshot) {
    if (year == ScoreQueries.ANY_YEAR
        || asOf.at().isEmpty()
        || snapshot.served().year(year).isPresent()) {
      return;
    }
    rubrics.of(year).stream()
        .filter(Publication::adopted)
        .findFirst()
        .ifPresent(
            first -> {
              throw refused(
                  ProblemCode.NOT_FOUND,
                  "no rubric of %d was known at %s; the first was published at %s"
                      .formatted(year, asOf.at().get(), first.publishedAt()));
            });
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
    InputFold.Folded folded = fold.of(new Recount.Options(asOf.until(), asOf.at(), version));
    Recount recount = folded.recount();
    return new Snapshot(
        FoldedScores.served(
            recount.assessments(),
            provinces,
            recount.covered(),
            folded.newest(),
            FreshnessTable.of(recount.fold().ledger(), provinces, asOf.until(), recount.covered())),
        new FoldedReports(recount.fold()),
        recount.fold().placer(),
        truth(asOf, folded),
        asOf.at().orElseGet(clock::instant));
  }

  private TruthView truth(AsOf asOf, InputFold.Folded folded) {
    long newest = folded.newest();
    return new TruthView(
        newest == 0 ? null : Instant.ofEpochMilli(newest).toString(),
        0,
        folded.recount().covered(),
        asOf.until().map(LocalDate::toString).orElse(null),
        asOf.at().map(Instant::toString).orElse(null));
  }

  private List<HistoryView> history(
      AsOf asOf, int year, String province, Optional<String> criterion) {
    if (asOf.until().isPresent() || asOf.rubric().isPresent()) {
      return List.of(); // Nobody ever said such scores.
    }
    return histories.history(year, province, criterion).stream()
        .filter(change -> !Instant.parse(change.at()).isAfter(asOf.at().orElse(Instant.MAX)))
        .toList();
  }

  private static QueryRefused refused(ProblemCode code, String message) {
    return new QueryRefused(code, message);
  }
}
