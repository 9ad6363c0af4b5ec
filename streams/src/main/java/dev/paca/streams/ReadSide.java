package dev.paca.streams;

import dev.paca.scoring.province.Provinces;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.past.FoldedRescoring;
import dev.paca.streams.past.InputFold;
import dev.paca.streams.past.PastQueries;
import dev.paca.streams.recount.InputFromTopics;
import dev.paca.streams.recount.ReadingProgress;
import dev.paca.streams.routing.LocalStores;
import dev.paca.streams.routing.Routing;
import dev.paca.streams.rubrics.RubricHistory;
import dev.paca.streams.rubrics.RubricTable;
import dev.paca.streams.serving.Present;
import dev.paca.streams.serving.ServedQueries;
import dev.paca.streams.serving.ServedRubrics;
import dev.paca.streams.serving.ServedTables;
import java.time.Clock;

/** Everything that can be asked of one instance: of now, of the past, and of a draft. */
record ReadSide(ServedQueries queries, ServedRubrics rubrics) {

  static ReadSide of(
      Settings settings,
      LocalStores stores,
      Routing routing,
      Provinces provinces,
      ServedTables tables,
      ScoreChangeFeed feed) {
    Clock clock = Clock.systemUTC();
    Present present = new Present(tables, routing, provinces, clock);
    InputFold fold =
        new InputFold(
            new InputFromTopics(settings, ReadingProgress.NONE),
            settings.get(StreamsSettings.PAST_RECORDS));
    // A deserializer of its own: tasks use theirs at the same time.
    RubricTable rubrics = new RubricTable(ClientSettings.valueDeserializer(settings));
    RubricHistory published = year -> rubrics.history(year, stores.rubrics());
    ServedQueries.Histories histories = feed.changes()::history;
    return new ReadSide(
        new ServedQueries(
            present,
            provinces,
            histories,
            new PastQueries(present, fold, published, histories, provinces, clock)),
        new ServedRubrics(present, provinces, published, new FoldedRescoring(fold)));
  }
}
