package dev.paca.faults.watch;

import dev.paca.internal.ServedCoverage;
import dev.paca.internal.ServedFreshness;
import dev.paca.internal.ServedFreshnessCoverage;
import dev.paca.internal.ServedMessage;
import dev.paca.internal.ServedTally;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scores.ProvinceScore;
import dev.paca.scores.Ranking;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.tally.Place;
import dev.paca.streams.freshness.FreshnessCodec;
import dev.paca.streams.store.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The serving topic: one partition, so what stands there is in the order in which scoring said it.
 * At the end of every flush the state must be consistent in itself, and cover no less than before.
 */
final class ServedFlushes {
  /** Begins the key of a record of many. */
  private static final String TALLIES = "tallies/";

  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final ServedState state;
  private final SaidByServing said;
  private final Violations violations;
  private final Map<String, Long> covered = new HashMap<>();
  private final Map<String, Long> freshnessCovered = new HashMap<>();
  private long asOf;
  private long flush;
  private Optional<RecordAt> open = Optional.empty();

  ServedFlushes(Provinces provinces, SaidByServing said, Violations violations) {
    this.state = new ServedState(provinces, violations);
    this.said = said;
    this.violations = violations;
  }

  void take(ConsumerRecord<byte[], byte[]> found) {
    RecordAt at = RecordAt.of(found);
    String key = new String(found.key(), StandardCharsets.UTF_8);
    open = Optional.of(at);
    if (found.value() == null) {
      takeBack(key, at);
      return;
    }
    codec.decodeAll(found.value()).forEach(each -> take(key, each.getMessage(), at));
  }

  private void take(String key, Object message, RecordAt at) {
    String right = key(message);
    violations.unless(
        right.equals(TALLIES) ? key.startsWith(TALLIES) : key.equals(right),
        at,
        key + " has the value of " + right);
    if (message instanceof ProvinceScore score) {
      Place place = new Place(score.getYear(), score.getProvince());
      said.score(flush, at, place, state.score(place, Optional.of(score)), Optional.of(score));
    } else if (message instanceof Ranking ranking) {
      state.ranking(ranking);
      said.ranking(flush, at, ranking);
    } else if (message instanceof RubricVersion version) {
      RubricReader.read(version.getYaml()).rubric().ifPresent(state::rubric);
    } else if (message instanceof ServedTally tally) {
      state.tally(
          new Place(tally.getYear(), tally.getProvince()), tally.getBlock(), tally.getFigures());
    } else if (message instanceof ServedFreshnessCoverage coverage) {
      advance(freshnessCovered, coverage.getNextOffsets(), at);
    } else if (message instanceof ServedCoverage coverage) {
      end(coverage, at);
    }
  }

  private void takeBack(String key, RecordAt at) {
    // Of tallies it says nothing: what counts of the record was said again.
    if (!key.startsWith(TALLIES)) {
      String[] parts = key.split("/", -1);
      Place place = new Place(Integer.parseInt(parts[1]), parts[2]);
      said.score(flush, at, place, state.score(place, Optional.empty()), Optional.empty());
    }
  }

  private void end(ServedCoverage coverage, RecordAt at) {
    state.judge(at);
    advance(covered, coverage.getNextOffsets(), at);
    violations.unless(
        coverage.getAsOf() >= asOf, at, "is as of " + coverage.getAsOf() + " after " + asOf);
    asOf = coverage.getAsOf();
    said.ended(flush);
    flush++;
    open = Optional.empty();
  }

  private void advance(Map<String, Long> covered, Map<String, Long> now, RecordAt at) {
    covered.forEach(
        (partition, before) -> {
          long next = now.getOrDefault(partition, 0L);
          violations.unless(
              next >= before, at, "covers %s to %d after %d".formatted(partition, next, before));
        });
    covered.putAll(now);
  }

  private static String key(Object message) {
    if (message instanceof ProvinceScore score) {
      return "score/" + score.getYear() + "/" + score.getProvince();
    } else if (message instanceof Ranking ranking) {
      return "ranking/" + ranking.getYear();
    } else if (message instanceof RubricVersion version) {
      return "rubric/" + version.getYear();
    } else if (message instanceof ServedTally) {
      return TALLIES;
    } else if (message instanceof ServedFreshness fresh) {
      return "freshness/" + FreshnessCodec.key(fresh.getProvince(), fresh.getSince());
    } else if (message instanceof ServedFreshnessCoverage) {
      return "freshness-coverage";
    }
    return "coverage";
  }

  /** Whether the last record read ended a flush. */
  boolean whole() {
    return open.isEmpty();
  }

  /** Nothing more will be read. */
  void conclude() {
    open.ifPresent(at -> violations.add(at, "is the last of a flush that never ended"));
  }
}
