package dev.paca.streams.scoring;

import dev.paca.internal.CauseGroup;
import dev.paca.internal.Coverage;
import dev.paca.internal.FreshnessCoverage;
import dev.paca.internal.PartialFreshness;
import dev.paca.internal.PartialTally;
import dev.paca.internal.ServedCoverage;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scores.CriterionPoints;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scores.ScoreChange;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.scoring.score.RunningScore;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Tally;
import dev.paca.scoring.tally.Touched;
import dev.paca.streams.freshness.PartialFreshnesses;
import dev.paca.streams.partials.Causes;
import dev.paca.streams.partials.Gathering;
import dev.paca.streams.partials.Rounds;
import dev.paca.streams.rubrics.Places;
import dev.paca.streams.rubrics.RubricTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Partial tallies and coverage → scores, changes, rankings and the serving topic.
 *
 * <p>A rubric is scored by once every partition has placed its reports by it ({@link
 * RubricAdoption}).
 *
 * <p>Ranks need every province of a year, and there are at most a few hundred (year, province), so
 * one task does all: one flush is one consistent state, in one transaction.
 */
public final class ScoringProcessor implements Processor<byte[], byte[], Object, Object> {
  private final Provinces provinces;
  private final RubricTable rubricTable;
  private final int matterPartitions;
  private final Rounds rounds;
  private final ScoringChildren children;

  private final Map<Place, Causes> dirty = new TreeMap<>();
  private final Map<Integer, RubricVersion> saidRubrics = new HashMap<>();
  private final Map<Place, RunningScore> running = new HashMap<>();

  private ProcessorContext<Object, Object> context;
  private PartialsStore partials;
  private ServedStore served;
  private ServedTallies tallies;
  private Rankings rankings;
  private RubricAdoption adoption;
  private FreshnessServing freshness;
  private boolean covered;
  private Gathering gathering;

  public ScoringProcessor(
      Provinces provinces,
      RubricTable rubricTable,
      int matterPartitions,
      Rounds rounds,
      ScoringChildren children) {
    this.provinces = provinces;
    this.rubricTable = rubricTable;
    this.matterPartitions = matterPartitions;
    this.rounds = rounds;
    this.children = children;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    partials = new PartialsStore(context.getStateStore(PartialsStore.NAME));
    served = new ServedStore(context.getStateStore(ServedStore.NAME));
    tallies = new ServedTallies(served);
    rankings = new Rankings(provinces, served);
    freshness =
        new FreshnessServing(
            new PartialFreshnesses(provinces, context.getStateStore(PartialsStore.NAME)), served);
    adoption = new RubricAdoption(provinces, partials, matterPartitions, served.rubrics());
    gathering = Gathering.ofAll(matterPartitions);
    // The task before this one may have been committed before it said what is covered, and why.
    covered = true;
    saidRubrics.clear();
    running.clear();
    dirty.clear();
    dirty.putAll(partials.unscored());
    // Their tallies are said anew.
    served.places().forEach(place -> dirty.computeIfAbsent(place, p -> new Causes()));
    rounds.schedule(context, this::flush);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    List<Object> messages = partials.decode(record.value());
    partials.put(messages, record.value(), offset()).forEach(this::heard);
    messages.forEach(this::hear);
  }

  private void heard(PartialTally partial) {
    Place place = new Place(partial.getYear(), partial.getProvince());
    Causes causes = dirty.computeIfAbsent(place, p -> new Causes());
    for (CauseGroup group : partial.getCauses()) {
      causes.add(group);
      gathering.read(group.getCount());
    }
  }

  private void hear(Object message) {
    if (message instanceof Coverage coverage) {
      partials.put(coverage);
      covered = true;
    } else if (message instanceof PartialFreshness partial) {
      freshness.put(partial);
    } else if (message instanceof FreshnessCoverage coverage) {
      freshness.put(coverage);
    }
  }

  private long offset() {
    return context.recordMetadata().orElseThrow().offset();
  }

  private void flush(long now) {
    if (gathering.due(now, dirty.size())) {
      say(now);
      gathering.told(now, context.currentSystemTimeMs());
    }
  }

  private void say(long now) {
    RubricTable.InForce inForce = rubricTable.read(context.getStateStore(RubricTable.STORE));
    boolean settled = !adoption.isMoving(inForce);
    Map<String, Object> fresh = freshness.changed();
    adoption.adopt(inForce).forEach(year -> adopted(year, now));
    boolean toScore = settled && (covered || !dirty.isEmpty());
    if (fresh.isEmpty() && !toScore) {
      return;
    }
    fresh.forEach(this::serve);
    long asOf = partials.asOf();
    if (toScore) {
      rank(rescored(dirty, asOf, now), asOf);
      tallies.flush().forEach((key, value) -> send(key, value.orElse(null)));
    }
    // While reports are placed anew, what came meanwhile is not covered.
    Map<String, Long> offsets = settled ? partials.covered(matterPartitions) : served.covered();
    serve(ServedStore.COVERAGE, new ServedCoverage(offsets, asOf));
    context.commit();
    if (settled) {
      dirty.clear();
      partials.scored();
      covered = false;
    }
  }

  private void adopted(int year, long now) {
    Places.of(adoption.rubrics(), provinces).stream()
        .filter(place -> place.year() == year)
        .forEach(place -> dirty.computeIfAbsent(place, p -> new Causes()));
    retire(year, now);
  }

  /** The years of which a score or the rubric changed. */
  private Set<Integer> rescored(Map<Place, Causes> due, long asOf, long now) {
    Set<Integer> years = new TreeSet<>();
    Rubrics rubrics = adoption.rubrics();
    due.forEach(
        (place, causes) ->
            rubrics
                .of(place.year())
                .filter(rubric -> inSet(rubric, place))
                .filter(rubric -> rescore(rubric, place, causes, asOf, now))
                .ifPresent(rubric -> years.add(rubric.year())));
    for (Rubric rubric : rubrics.all()) {
      if (publishRubric(rubric.year())) {
        years.add(rubric.year());
      }
    }
    return years;
  }

  private void rank(Set<Integer> years, long asOf) {
    for (Ranking ranking : rankings.changed(years, adoption.rubrics(), asOf)) {
      forward(Integer.toString(ranking.getYear()), ranking, children.rankings());
      serve(ServedStore.rankingKey(ranking.getYear()), ranking);
    }
  }

  /** Takes back what was said of provinces that the year's rubric does not rank any more. */
  private void retire(int year, long now) {
    Rubric rubric = adoption.rubrics().of(year).orElseThrow();
    for (ProvinceScore score : served.scores(year)) {
      Place place = new Place(year, score.getProvince());
      if (!inSet(rubric, place)) {
        ScoreChanges changes = ScoreChanges.retiring(rubric, score, Instant.ofEpochMilli(now));
        changes.removedCriteria().forEach(c -> retire(place, c));
        changes.changes().forEach(c -> forward(place.key(), c, children.scoreChanges()));
        forward(place.key(), null, children.provinceScores());
        served.remove(ServedStore.scoreKey(place));
        running.remove(place);
        send(ServedStore.scoreKey(place), null);
        tallies.takeBack(place);
      }
    }
  }

  private void retire(Place place, CriterionPoints criterion) {
    forward(place.key() + "/" + criterion.getCriterion(), null, children.criterionScores());
  }

  private boolean inSet(Rubric rubric, Place place) {
    return provinces.resolve(place.province(), rubric.provincesAsOf()).isPresent();
  }

  /** Whether the score changed. */
  private boolean rescore(Rubric rubric, Place place, Causes causes, long asOf, long now) {
    WholeTally whole = partials.whole(place);
    Tally tally = whole.tally();
    Optional<ProvinceScore> before = served.score(place);
    if (before.isEmpty() && tally.isEmpty()) {
      return false;
    }
    Touched touched = whole.touched();
    // Also when no points change, for another rubric may give others for it.
    tallies.say(place, tally, touched.slots());
    RunningScore kept = running(rubric, place);
    Optional<dev.paca.scoring.score.ProvinceScore> last = kept.last();
    dev.paca.scoring.score.ProvinceScore score = kept.of(tally, touched);
    if (last.filter(said -> said == score).isPresent()) {
      return false;
    }
    ProvinceScore after =
        last.isPresent() && before.isPresent()
            ? AvroScores.score(score, last.get(), before.get(), asOf)
            : AvroScores.score(score, asOf);
    if (before.filter(b -> AvroScores.saySame(b, after)).isPresent()) {
      return false;
    }
    ScoreChanges changes =
        new ScoreChanges(rubric, before, after, causes.groups(), Instant.ofEpochMilli(now));
    changes.removedCriteria().forEach(points -> retire(place, points));
    for (CriterionPoints points : changes.changedCriteria()) {
      String key = place.key() + "/" + points.getCriterion();
      forward(key, AvroScores.criterion(after, points), children.criterionScores());
    }
    for (ScoreChange change : changes.changes()) {
      forward(place.key(), change, children.scoreChanges());
    }
    forward(place.key(), after, children.provinceScores());
    serve(ServedStore.scoreKey(place), after);
    return true;
  }

  /** Kept up by one rubric; by another one all is scored anew. */
  private RunningScore running(Rubric rubric, Place place) {
    return running.compute(
        place,
        (p, known) ->
            known != null && known.rubric() == rubric
                ? known
                : new RunningScore(rubric, p.province()));
  }

  private boolean publishRubric(int year) {
    RubricVersion version = adoption.version(year);
    String key = ServedStore.rubricKey(year);
    RubricVersion said =
        saidRubrics.computeIfAbsent(
            year, y -> served.message(key).map(RubricVersion.class::cast).orElse(null));
    if (version.equals(said)) {
      return false;
    }
    saidRubrics.put(year, version);
    serve(key, version);
    return true;
  }

  private void serve(String key, Object message) {
    send(key, served.put(key, message));
  }

  private void send(String key, byte[] value) {
    context.forward(
        new Record<>(key.getBytes(StandardCharsets.UTF_8), value, context.currentSystemTimeMs()),
        children.serving());
  }

  private void forward(Object key, Object value, String child) {
    context.forward(new Record<>(key, value, context.currentSystemTimeMs()), child);
  }
}
