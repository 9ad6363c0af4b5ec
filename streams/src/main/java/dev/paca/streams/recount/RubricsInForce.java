package dev.paca.streams.recount;

import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import dev.paca.streams.rubrics.Publication;
import dev.paca.streams.rubrics.Publications;
import dev.paca.topics.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Of the index, the publication in force for each year, with the record it came in. */
record RubricsInForce(Rubrics rubrics, Map<Integer, RubricVersion> records) {

  static RubricsInForce read(KnownInput input, Consumer<Entry> witness) {
    Map<String, Publications> history = new TreeMap<>();
    input.read(
        Topics.RUBRICS,
        entry -> {
          witness.accept(entry);
          entry
              .key()
              .ifPresent(
                  key ->
                      history
                          .computeIfAbsent(key, Publications::new)
                          .add(
                              entry.offset(),
                              Instant.ofEpochMilli(entry.timestamp()),
                              entry
                                  .value()
                                  .filter(RubricVersion.class::isInstance)
                                  .map(RubricVersion.class::cast)));
        });
    Rubrics rubrics = Rubrics.none();
    Map<Integer, RubricVersion> records = new TreeMap<>();
    for (Publications each : history.values()) {
      Optional<Publication> last = each.inForce();
      Optional<Rubric> rubric = last.flatMap(Publication::rubric);
      if (rubric.filter(found -> found.name().equals(Rubric.INDEX)).isPresent()) {
        rubrics = rubrics.with(rubric.get());
        records.put(rubric.get().year(), last.get().version().orElseThrow());
      }
    }
    return new RubricsInForce(rubrics, records);
  }

  Rubrics with(Optional<Rubric> instead) {
    return instead.map(rubrics::with).orElse(rubrics);
  }
}
