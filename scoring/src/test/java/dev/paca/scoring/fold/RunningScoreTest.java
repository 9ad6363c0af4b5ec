package dev.paca.scoring.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.scoring.score.RunningScore;
import dev.paca.scoring.score.Scorer;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.scoring.tally.Tallies;
import dev.paca.scoring.tally.Tally;
import dev.paca.scoring.tally.Touched;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class RunningScoreTest {

  @Property
  void aScoreThatIsKeptUpIsTheOneThatIsMadeFromNothing(
      @ForAll History history, @ForAll @IntRange(min = 1, max = 5) int together) {
    KeptUp keptUp = new KeptUp();
    List<Filed> log = history.log();
    for (int i = 0; i < log.size(); i++) {
      keptUp.file(log.get(i));
      if (i % together == 0) {
        keptUp.scoreAll();
      }
    }
    keptUp.scoreAll();
  }

  @Test
  void whereNothingIsAnotherTheScoreIsTheSameObject() {
    Rubric rubric = RubricSamples.of(2022);
    Tally tally = new Tally();
    tally.set(Measures.index("denunciations.received").orElseThrow(), 5);
    RunningScore running = new RunningScore(rubric, "94");
    ProvinceScore first = running.of(tally, Touched.everything(Set.of()));
    assertThat(running.of(tally, Touched.everything(Set.of()))).isSameAs(first);
    tally.set(Measures.index("denunciations.resolved").orElseThrow(), 3);
    BitSet resolved = new BitSet();
    resolved.set(Measures.index("denunciations.resolved").orElseThrow());
    assertThat(running.of(tally, new Touched(resolved, Set.of()))).isNotEqualTo(first);
  }

  /** Places whose tallies change report by report, and what was touched of each since its score. */
  private static final class KeptUp {
    private final Tallies tallies =
        new Tallies(new Placer(Histories.PROVINCES, RubricSamples.all()));
    private final Map<ReportKey, Revisions> known = new HashMap<>();
    private final Set<Place> touched = new LinkedHashSet<>();
    private final Map<Place, RunningScore> running = new HashMap<>();
    private final Map<Place, Tally> scored = new HashMap<>();

    void file(Filed arriving) {
      Optional<Revisions> before = Optional.ofNullable(known.get(arriving.report().key()));
      Revisions.Outcome outcome = Revisions.file(before, arriving);
      if (outcome.decision() == Revisions.Decision.ACCEPTED) {
        known.put(outcome.now().key(), outcome.now());
        tallies.replace(before, outcome.now(), (place, report) -> touched.add(place));
      }
    }

    void scoreAll() {
      touched.forEach(this::score);
      touched.clear();
    }

    private void score(Place place) {
      Rubric rubric = RubricSamples.of(place.year());
      Tally now = new Tally();
      tallies.of(place).ifPresent(now::add);
      Touched since = since(scored.getOrDefault(place, new Tally()), now);
      ProvinceScore kept =
          running
              .computeIfAbsent(place, p -> new RunningScore(rubric, p.province()))
              .of(now, since);
      assertThat(kept).isEqualTo(Scorer.score(rubric, place.province(), now));
      scored.put(place, now);
    }

    /** Exactly what is another, and no more: a criterion that misses it is found. */
    private static Touched since(Tally before, Tally now) {
      BitSet measures = new BitSet();
      now.forEachUnlike(before, measures::set);
      Set<AppraisedPoints.Slot> slots = new HashSet<>();
      before.winners().forEach(points -> slots.add(points.slot()));
      now.winners().forEach(points -> slots.add(points.slot()));
      slots.removeIf(slot -> before.appraised(slot).equals(now.appraised(slot)));
      return new Touched(measures, slots);
    }
  }
}
