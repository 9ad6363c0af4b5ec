package dev.paca.streams.recount;

import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the plain fold makes of the committed input.
 *
 * @param fold with every report that was folded, for evidence
 * @param assessments what {@code fold} makes of them
 * @param rubrics the rubrics' records in force, by year; without {@link Options#instead}
 * @param partitions input topic → how many it has, with records or without
 * @param covered TOPIC-PARTITION of the reports → the next offset after the last one read
 * @param reports records that were folded, whether they count or not
 * @param turnedAway records that were not, as they belong into {@code paca.rejected}
 */
public record Recount(
    Fold fold,
    Map<Integer, Fold.Assessment> assessments,
    Map<Integer, RubricVersion> rubrics,
    Map<String, Integer> partitions,
    Map<String, Long> covered,
    long reports,
    long turnedAway) {

  /**
   * What to fold. The two times are apart: {@code until} is about what happened, {@code at} about
   * what was known.
   *
   * @param until only reports that occurred on or before this day count. The latest revision known
   *     says when: where that is later the report does not count, and no earlier revision returns
   * @param at each partition is read up to its first record with a later broker timestamp; of the
   *     rubrics too, so that those in force then are
   * @param instead takes the place of its year's rubric in force
   */
  public record Options(Optional<LocalDate> until, Optional<Instant> at, Optional<Rubric> instead) {
    /** Everything, as it is served. */
    public static final Options NOW =
        new Options(Optional.empty(), Optional.empty(), Optional.empty());

    public Options until(LocalDate day) {
      return new Options(Optional.of(day), at, instead);
    }

    public Options at(Instant time) {
      return new Options(until, Optional.of(time), instead);
    }

    public Options instead(Rubric rubric) {
      return new Options(until, at, Optional.of(rubric));
    }
  }

  /**
   * @throws InputUnavailable naming what cannot be reached or read
   */
  public static Recount of(CommittedInput input, Options options) {
    return of(input, options, entry -> {});
  }

  /**
   * As {@link #of(CommittedInput, Options)}.
   *
   * @param reports sees every record of the report topics that is read, folded or not
   */
  public static Recount of(CommittedInput input, Options options, Consumer<Entry> reports) {
    return of(input, options, reports, entry -> {});
  }

  /**
   * As {@link #of(CommittedInput, Options, Consumer)}.
   *
   * @param published sees every record of the rubrics' topic that is read, in force or not
   */
  public static Recount of(
      CommittedInput input, Options options, Consumer<Entry> reports, Consumer<Entry> published) {
    Provinces provinces = Provinces.standard();
    KnownInput known = new KnownInput(input, options.at());
    RubricsInForce rubrics = RubricsInForce.read(known, published);
    Fold fold = new Fold(provinces, rubrics.with(options.instead()), options.until());
    Map<String, Integer> partitions = new LinkedHashMap<>();
    partitions.put(Topics.RUBRICS, input.partitions(Topics.RUBRICS));
    Map<String, Long> covered = new TreeMap<>();
    long[] counts = {0, 0};
    for (String topic : Topics.reports()) {
      partitions.put(topic, input.partitions(topic));
      Admission admission = new Admission(provinces, partitions.get(topic));
      known.read(
          topic,
          entry -> {
            reports.accept(entry);
            covered.put(entry.topicPartition(), entry.offset() + 1);
            Optional<Filed> filed = admission.admit(entry);
            filed.ifPresent(fold::file);
            counts[filed.isPresent() ? 0 : 1]++;
          });
    }
    return new Recount(
        fold, fold.assessments(), rubrics.records(), partitions, covered, counts[0], counts[1]);
  }
}
