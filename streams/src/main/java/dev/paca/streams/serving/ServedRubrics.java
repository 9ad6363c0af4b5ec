package dev.paca.streams.serving;

import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.draft.Difference;
import dev.paca.scoring.draft.SamePlacement;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricProblem;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.RubricText;
import dev.paca.streams.query.DiffView;
import dev.paca.streams.query.PublicationView;
import dev.paca.streams.query.RubricQueries;
import dev.paca.streams.query.RubricRefused;
import dev.paca.streams.query.RubricTextView;
import dev.paca.streams.rubrics.Publication;
import dev.paca.streams.rubrics.RubricHistory;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers about rubrics: their history, and drafts judged from the served tallies. */
public final class ServedRubrics implements RubricQueries {
  private static final Pattern YEAR = Pattern.compile("(?m)^\\uFEFF?year\\s*:[ \\t]*");

  private final Supplier<Snapshot> now;
  private final Provinces provinces;
  private final RubricHistory history;
  private final Rescoring rescoring;

  public ServedRubrics(
      Supplier<Snapshot> now, Provinces provinces, RubricHistory history, Rescoring rescoring) {
    this.now = now;
    this.provinces = provinces;
    this.history = history;
    this.rescoring = rescoring;
  }

  @Override
  public List<PublicationView> publications(int year) {
    List<Publication> all = of(year);
    long last =
        all.stream().filter(Publication::adopted).mapToLong(Publication::offset).max().orElse(-1);
    return all.stream().map(each -> view(each, each.offset() == last)).toList();
  }

  /** The year is looked up first, so that an unknown one is refused as everywhere. */
  private List<Publication> of(int year) {
    new Lookup(now.get().served(), provinces).year(year);
    return history.of(year);
  }

  private static PublicationView view(Publication publication, boolean inForce) {
    return new PublicationView(
        publication.version().map(RubricVersion::getVersion).orElse(null),
        publication.publishedAt().toString(),
        inForce,
        publication.adopted(),
        publication.sha256().orElse(null),
        publication.refused().orElse(null));
  }

  @Override
  public RubricTextView publication(int year, int version) {
    List<Publication> adopted = of(year).stream().filter(Publication::adopted).toList();
    return adopted.stream()
        .filter(each -> number(each) == version)
        .findFirst()
        .map(
            each ->
                new RubricTextView(
                    year,
                    version,
                    each.publishedAt().toString(),
                    each.version().orElseThrow().getYaml()))
        .orElseThrow(() -> Lookup.refused(noVersion(year, version, adopted)));
  }

  private static int number(Publication adopted) {
    return adopted.version().orElseThrow().getVersion();
  }

  private static String noVersion(int year, int version, List<Publication> adopted) {
    return "no version %d of the rubric of %d; there are %s"
        .formatted(
            version,
            year,
            adopted.stream()
                .map(ServedRubrics::number)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", ")));
  }

  @Override
  public RubricTextView inForce(int year) {
    Served.Year served = new Lookup(now.get().served(), provinces).year(year);
    return publication(year, served.rubric().version());
  }

  @Override
  public DiffView diff(int year, byte[] file) {
    Snapshot snapshot = now.get();
    Served.Year found = new Lookup(snapshot.served(), provinces).year(year);
    Rubric draft = read(year, file);
    List<SamePlacement.Reason> reasons = SamePlacement.reasons(found.rubric(), draft);
    Rescoring.Outcome outcome =
        reasons.isEmpty()
            ? new Rescoring.Outcome(
                Assessment.of(found.rubric(), provinces, found.tallies()),
                Assessment.of(draft, provinces, found.tallies()),
                snapshot.truth())
            : rescoring.under(found.rubric(), draft, reasons);
    return new DiffViews(provinces)
        .view(
            Difference.between(outcome.now(), outcome.then()),
            published(year, RubricText.of(file).text()),
            outcome.truth());
  }

  private boolean published(int year, String yaml) {
    return history.of(year).stream()
        .filter(Publication::adopted)
        .anyMatch(each -> each.version().orElseThrow().getYaml().equals(yaml));
  }

  private static Rubric read(int year, byte[] file) {
    RubricReader.Reading reading = RubricReader.read(file);
    Rubric rubric = reading.rubric().orElseThrow(() -> RubricRefused.errors(reading.problems()));
    if (rubric.year() != year || !rubric.name().equals(Rubric.INDEX)) {
      throw RubricRefused.errors(List.of(another(year, rubric, RubricText.of(file).text())));
    }
    return rubric;
  }

  private static RubricProblem another(int year, Rubric rubric, String yaml) {
    String message =
        "this is %s %d; %s %d is asked for"
            .formatted(rubric.name(), rubric.year(), Rubric.INDEX, year);
    Matcher at = YEAR.matcher(yaml);
    if (rubric.year() == year || !at.find()) {
      return new RubricProblem(1, 1, message);
    }
    int line = 1 + (int) yaml.substring(0, at.start()).lines().count();
    return new RubricProblem(line, at.end() - at.start() + 1, message);
  }
}
