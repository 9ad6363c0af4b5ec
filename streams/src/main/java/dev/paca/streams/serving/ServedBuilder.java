package dev.paca.streams.serving;

import dev.paca.internal.ServedCoverage;
import dev.paca.internal.ServedFreshness;
import dev.paca.internal.ServedFreshnessCoverage;
import dev.paca.internal.ServedMessage;
import dev.paca.internal.ServedTally;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.tally.Place;
import dev.paca.streams.freshness.FreshnessCodec;
import dev.paca.streams.freshness.FreshnessTable;
import dev.paca.streams.store.AvroCodec;
import dev.paca.streams.store.TallyBlocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Builds {@link Served} from the serving topic's records; a coverage record ends each state. */
final class ServedBuilder {
  private final Provinces provinces;
  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final Map<Integer, Rubric> rubrics = new TreeMap<>();
  private final Map<Integer, Map<String, ProvinceScore>> scores = new HashMap<>();
  private final Map<Integer, Map<String, TallyBlocks>> tallies = new HashMap<>();
  private final Map<Place, List<ServedTally>> blocks = new HashMap<>();
  private final Map<Integer, Ranking> rankings = new HashMap<>();
  private final TreeMap<Integer, Served.Year> years = new TreeMap<>();
  private final Set<Integer> changed = new HashSet<>();
  private final Map<String, ServedFreshness> freshness = new HashMap<>();
  private Map<String, Long> freshnessCovers = Map.of();
  private FreshnessTable freshnessTable = FreshnessTable.NOTHING;
  private boolean freshnessChanged;

  ServedBuilder(Provinces provinces) {
    this.provinces = provinces;
  }

  /** Takes back what was said under a key: a score that is none any more. */
  void retract(String key) {
    String[] parts = key.split("/", -1);
    if (parts[0].equals("score") && parts.length == 3) {
      Optional.ofNullable(scores.get(Integer.valueOf(parts[1])))
          .ifPresent(year -> year.remove(parts[2]));
      changed.add(Integer.valueOf(parts[1]));
    }
  }

  /** The new state when this record ends one. */
  Optional<Served> apply(byte[] value) {
    Optional<Served> ended = Optional.empty();
    for (ServedMessage each : codec.decodeAll(value)) {
      ended = apply(each.getMessage());
    }
    follow();
    return ended;
  }

  private Optional<Served> apply(Object message) {
    if (message instanceof ProvinceScore score) {
      scores
          .computeIfAbsent(score.getYear(), year -> new HashMap<>())
          .put(score.getProvince(), score);
      changed.add(score.getYear());
    } else if (message instanceof ServedTally tally) {
      blocks
          .computeIfAbsent(
              new Place(tally.getYear(), tally.getProvince()), place -> new ArrayList<>())
          .add(tally);
    } else if (message instanceof Ranking ranking) {
      rankings.put(ranking.getYear(), ranking);
      changed.add(ranking.getYear());
    } else if (message instanceof RubricVersion version) {
      RubricReader.read(version.getYaml())
          .rubric()
          .ifPresent(rubric -> rubrics.put(version.getYear(), rubric));
      changed.add(version.getYear());
    } else if (message instanceof ServedFreshness fresh) {
      freshness.put(FreshnessCodec.key(fresh.getProvince(), fresh.getSince()), fresh);
      freshnessChanged = true;
    } else if (message instanceof ServedFreshnessCoverage coverage) {
      freshnessCovers = coverage.getNextOffsets();
      freshnessChanged = true;
    } else if (message instanceof ServedCoverage coverage) {
      return Optional.of(state(coverage));
    }
    return Optional.empty();
  }

  private Served state(ServedCoverage coverage) {
    follow();
    changed.forEach(this::renew);
    changed.clear();
    if (freshnessChanged) {
      freshnessTable = FreshnessTable.of(freshness.values(), provinces, freshnessCovers);
      freshnessChanged = false;
    }
    return new Served(
        new TreeMap<>(years),
        Map.copyOf(coverage.getNextOffsets()),
        coverage.getAsOf(),
        freshnessTable);
  }

  private void follow() {
    blocks.forEach(this::follow);
    blocks.clear();
  }

  private void follow(Place place, List<ServedTally> since) {
    tallies
        .computeIfAbsent(place.year(), year -> new HashMap<>())
        .compute(
            place.province(),
            (code, before) -> {
              TallyBlocks now = (before == null ? TallyBlocks.NONE : before).with(since);
              return now.isEmpty() ? null : now;
            });
    changed.add(place.year());
  }

  /** The other years are served as they were. */
  private void renew(int year) {
    Rubric rubric = rubrics.get(year);
    if (rubric != null) {
      years.put(
          year,
          new Served.Year(
              rubric,
              Map.copyOf(scores.getOrDefault(year, Map.of())),
              Optional.ofNullable(rankings.get(year)),
              Map.copyOf(tallies.getOrDefault(year, Map.of()))));
    }
  }
}
