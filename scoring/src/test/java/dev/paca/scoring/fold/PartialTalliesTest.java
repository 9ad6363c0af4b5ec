package dev.paca.scoring.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.matter.MatterTallies;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.score.ProvinceScore;
import dev.paca.scoring.score.Scorer;
import dev.paca.scoring.tally.Place;
import dev.paca.scoring.tally.Placer;
import dev.paca.scoring.tally.Tallies;
import dev.paca.scoring.tally.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Tallies kept report by report, in parts, as a cluster keeps them. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class PartialTalliesTest {
  private static final Placer PLACER = new Placer(Histories.PROVINCES, RubricSamples.all());

  @Property
  void partialTalliesOfAnyPartitioningAddUpToTheWhole(
      @ForAll History history,
      @ForAll @IntRange(min = 1, max = 5) int ledgers,
      @ForAll @IntRange(min = 1, max = 4) int matters) {
    Parts parts = new Parts(ledgers, matters);
    history.log().forEach(parts::file);
    Fold fold = new Fold(Histories.PROVINCES, RubricSamples.all());
    history.log().forEach(fold::file);
    fold.assessments()
        .values()
        .forEach(
            assessment ->
                assessment
                    .scores()
                    .values()
                    .forEach(whole -> assertThat(parts.score(whole.place())).isEqualTo(whole)));
  }

  @Property
  void whatIsTakenBackLeavesNoTrace(@ForAll History history) {
    Parts parts = new Parts(2, 2);
    history.log().forEach(parts::file);
    parts.takeEverythingBack();
    assertThat(parts.ledgers).allSatisfy(part -> assertThat(part.places()).isEmpty());
    assertThat(parts.matters).allSatisfy(part -> assertThat(part.places()).isEmpty());
  }

  /** A ledger in parts by report, and matters in parts by case number. */
  private static final class Parts {
    private final List<Tallies> ledgers;
    private final List<MatterTallies> matters;
    private final Map<Object, Revisions> known = new HashMap<>();
    private final Map<String, List<Revisions>> byMatter = new HashMap<>();

    Parts(int ledgers, int matters) {
      this.ledgers = IntStream.range(0, ledgers).mapToObj(i -> new Tallies(PLACER)).toList();
      this.matters = IntStream.range(0, matters).mapToObj(i -> new MatterTallies(PLACER)).toList();
    }

    void file(Filed arriving) {
      Optional<Revisions> before = Optional.ofNullable(known.get(arriving.report().key()));
      Revisions.Outcome outcome = Revisions.file(before, arriving);
      if (outcome.decision() == Revisions.Decision.ACCEPTED) {
        replace(before, outcome.now());
      }
    }

    private void replace(Optional<Revisions> before, Revisions now) {
      known.put(now.key(), now);
      part(ledgers, now.key()).replace(before, now, (place, report) -> {});
      Set<String> concerned = new HashSet<>(now.matterIds());
      before.ifPresent(old -> concerned.addAll(old.matterIds()));
      concerned.forEach(id -> changeMatter(id, now));
    }

    private void changeMatter(String id, Revisions now) {
      List<Revisions> before = byMatter.getOrDefault(id, List.of());
      List<Revisions> after = new ArrayList<>(before);
      after.removeIf(other -> other.key().equals(now.key()));
      if (now.matterIds().contains(id)) {
        after.add(now);
      }
      byMatter.put(id, after);
      part(matters, id).replace(id, before, after, (place, report) -> {});
    }

    void takeEverythingBack() {
      for (Revisions report : List.copyOf(known.values())) {
        replace(Optional.of(report), Revisions.of(retracted(report.latest())));
      }
    }

    private static Filed retracted(Filed filed) {
      Report r = filed.report();
      return new Filed(
          new Report(
              r.key(),
              r.revision(),
              true,
              r.matterId(),
              r.agencyKind(),
              r.province(),
              r.occurredOn(),
              r.periodFrom(),
              r.reference(),
              r.body()),
          filed.revision(),
          filed.receivedAt(),
          filed.partition(),
          filed.offset());
    }

    private static <T> T part(List<T> parts, Object key) {
      return parts.get(Math.floorMod(key.hashCode(), parts.size()));
    }

    ProvinceScore score(Place place) {
      Tally whole = new Tally();
      ledgers.forEach(part -> part.of(place).ifPresent(tally -> whole.add(sent(tally))));
      matters.forEach(part -> part.of(place).ifPresent(tally -> whole.addSums(sent(tally))));
      return Scorer.score(RubricSamples.of(place.year()), place.province(), whole);
    }

    /** As it is after it went over a topic: sums, the winners among the points, the count. */
    private static Tally sent(Tally tally) {
      Tally copy = new Tally();
      IntStream.range(0, Measures.count()).forEach(i -> copy.set(i, tally.sum(i)));
      tally.winners().forEach(copy::add);
      copy.reports(tally.reports());
      return copy;
    }
  }
}
