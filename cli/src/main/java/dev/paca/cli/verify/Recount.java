package dev.paca.cli.verify;

import dev.paca.cli.export.CommittedInput;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.fold.Fold;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.topics.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the plain fold makes of the committed input.
 *
 * @param covered TOPIC-PARTITION → the next offset after the last record that was folded
 * @param reports records that count
 * @param turnedAway records that do not, as they belong into {@code paca.rejected}
 */
record Recount(
    Map<Integer, Fold.Assessment> assessments,
    Map<String, Long> covered,
    long reports,
    long turnedAway) {

  static Recount of(CommittedInput input) throws IOException {
    Provinces provinces = Provinces.standard();
    Fold fold = new Fold(provinces, rubrics(input));
    Map<String, Long> covered = new TreeMap<>();
    long[] counts = new long[2];
    for (String topic : Topics.reports()) {
      Admission admission = new Admission(provinces, input.partitions(topic));
      input.read(
          topic,
          entry -> {
            covered.put(entry.topic() + "-" + entry.partition(), entry.offset() + 1);
            Optional<Filed> filed = admission.admit(entry);
            filed.ifPresent(fold::file);
            counts[filed.isPresent() ? 0 : 1]++;
          });
    }
    return new Recount(fold.assessments(), covered, counts[0], counts[1]);
  }

  private static Rubrics rubrics(CommittedInput input) throws IOException {
    List<Rubric> published = new ArrayList<>();
    input.read(
        Topics.RUBRICS,
        entry -> {
          if (entry.value().orElse(null) instanceof RubricVersion version) {
            RubricReader.read(version.getYaml()).rubric().ifPresent(published::add);
          }
        });
    return Rubrics.of(published);
  }
}
