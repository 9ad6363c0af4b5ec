package dev.paca.streams.recount;

import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.RubricReader;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.topics.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Of the index, the version last published for each year, with the record it came in. A record that
 * is no rubric leaves the one before it in force, as the service has it.
 */
record RubricsInForce(Rubrics rubrics, Map<Integer, RubricVersion> records) {

  static RubricsInForce read(KnownInput input) {
    Map<Integer, Rubric> rubrics = new TreeMap<>();
    Map<Integer, RubricVersion> records = new TreeMap<>();
    input.read(
        Topics.RUBRICS,
        entry -> {
          if (entry.value().orElse(null) instanceof RubricVersion version) {
            RubricReader.read(version.getYaml())
                .rubric()
                .filter(rubric -> rubric.name().equals(Rubric.INDEX))
                .ifPresent(
                    rubric -> {
                      rubrics.put(rubric.year(), rubric);
                      records.put(rubric.year(), version);
                    });
          }
        });
    return new RubricsInForce(Rubrics.of(rubrics.values()), records);
  }

  Rubrics with(Optional<Rubric> instead) {
    return instead.map(rubrics::with).orElse(rubrics);
  }
}
