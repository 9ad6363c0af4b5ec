package dev.paca.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.scores.Basis;
import dev.paca.scores.ScoreChange;
import dev.paca.streams.feed.ChangesOnBroker;
import dev.paca.streams.feed.ScoreChangeFeed;
import dev.paca.streams.serving.FixtureRubrics;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamIT {
  @TempDir private Path folder;

  @Test
  void aStreamGoesOnAtAnotherInstanceRightAfterTheLastEvent() throws Exception {
    List<Long> committed = new ArrayList<>();
    List<Long> received = new ArrayList<>();
    try (ChangesOnBroker broker = ChangesOnBroker.start(folder)) {
      broker.createTopic();
      committed.addAll(broker.commit(change(1), change(2)));
      try (ScoreChangeFeed feed = ScoreChangeFeed.start(broker.settings());
          QueryServer server = server(feed);
          EventReader reader = follow(server, -1)) {
        broker.abort(change(3));
        committed.addAll(broker.commit(change(4), change(5)));
        received.addAll(reader.ids(3));
      }
      broker.abort(change(6));
      committed.addAll(broker.commit(change(7)));
      // The second instance starts to read only now, while its reader is connected already.
      try (ScoreChangeFeed feed = ScoreChangeFeed.start(broker.settings());
          QueryServer server = server(feed);
          EventReader reader = follow(server, received.get(received.size() - 1))) {
        committed.addAll(broker.commit(change(8)));
        received.addAll(reader.ids(committed.size() - received.size()));
      }
    }
    assertThat(received).containsExactlyElementsOf(committed);
  }

  private static QueryServer server(ScoreChangeFeed feed) {
    return QueryServer.start(
        QueryServerOptions.onPort(0),
        new FixtureQueries(),
        FixtureRubrics.queries(),
        feed,
        List::of,
        (offsets, deadline) -> CompletableFuture.completedFuture(Map.of()),
        Optional.empty());
  }

  private static EventReader follow(QueryServer server, long after) {
    return EventReader.open(
        HttpClient.newHttpClient(),
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/stream"))
            .header("Last-Event-ID", Long.toString(after))
            .build());
  }

  private static ScoreChange change(int points) {
    return ScoreChange.newBuilder()
        .setYear(2022)
        .setProvince("94")
        .setCriterion("TOTAL")
        .setOldPoints(new BigDecimal("0.00"))
        .setNewPoints(new BigDecimal(points + ".00"))
        .setOldBasis(Basis.NONE)
        .setNewBasis(Basis.COMPUTED)
        .setRubricVersion(1)
        .setAt(Instant.parse("2022-05-05T01:02:03Z"))
        .setReports(List.of("audits/TTR-94/KL-" + points))
        .setReportCount(1)
        .build();
  }
}
