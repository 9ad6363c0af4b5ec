package dev.paca.streams.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paca.streams.http.EventReader.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamTest {
  private static final QueryServerOptions OPTIONS = QueryServerOptions.onPort(0);
  private static final Duration NO_PING = Duration.ofHours(1);

  @Test
  void aChangeIsAnEventWithItsPlaceAsId() throws Exception {
    try (Service service = Service.start();
        EventReader reader = service.follow("/v1/stream")) {
      service.feed.add(2022, "94", 7);

      Event event = reader.next();
      assertThat(event.name()).isEqualTo("score-change");
      assertThat(event.id()).isEqualTo("7");
      assertThat(event.data()).contains("\"oldPoints\":7.00", "\"newPoints\":7.50");
      JsonNode data = Service.JSON.readTree(event.data());
      assertThat(data.get("name").asText()).isEqualTo("Sóc Trăng");
      assertThat(data.get("at").asText()).isEqualTo("2022-04-15T05:20:00.007Z");
      assertThat(data.get("reports")).hasSize(2);
      assertThat(data.get("reportCount").asInt()).isEqualTo(2);
      assertThat(reader.response().headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      assertThat(reader.response().headers().firstValue("X-Accel-Buffering")).contains("no");
    }
  }

  @Test
  void aStreamResumesRightAfterTheIdThatIsKnown() {
    try (Service service = Service.start()) {
      service.feed.add(2022, "94", 1, 2, 5, 6, 9);
      try (EventReader byHeader = service.follow("/v1/stream", "Last-Event-ID", "5");
          EventReader between = service.follow("/v1/stream?lastEventId=3");
          EventReader all = service.follow("/v1/stream?lastEventId=-1")) {
        service.feed.add(2022, "94", 12);
        assertThat(byHeader.ids(3)).containsExactly(6L, 9L, 12L);
        assertThat(between.ids(4)).containsExactly(5L, 6L, 9L, 12L);
        assertThat(all.ids(6)).containsExactly(1L, 2L, 5L, 6L, 9L, 12L);
      }
    }
  }

  @Test
  void withoutAnIdOnlyWhatComesFromNowOnIsSent() {
    try (Service service = Service.start()) {
      service.feed.add(2022, "94", 1, 2);
      try (EventReader reader = service.follow("/v1/stream")) {
        service.feed.add(2022, "94", 3);
        assertThat(reader.ids(1)).containsExactly(3L);
      }
    }
  }

  @Test
  void whatIsReadAtTheStartIsNotNewsButWhoResumesGetsIt() {
    try (Service service = Service.cold();
        EventReader reader = service.follow("/v1/stream");
        EventReader resumed = service.follow("/v1/stream?lastEventId=1")) {
      service.feed.add(2022, "94", 1, 2);
      assertThat(resumed.ids(1)).containsExactly(2L);
      service.feed.hydrate();
      service.feed.add(2022, "94", 3);
      assertThat(reader.ids(1)).containsExactly(3L);
    }
  }

  @Test
  void onlyTheYearAndProvinceAskedForAreSent() {
    try (Service service = Service.start();
        EventReader province = service.follow("/v1/stream?province=soc%20trang");
        EventReader year = service.follow("/v1/stream?year=2022&province=94")) {
      service.feed.add(2022, "01", 1);
      service.feed.add(2021, "94", 2);
      service.feed.add(2022, "94", 3);
      assertThat(province.ids(1)).as("2021 has no rubric here").containsExactly(3L);
      assertThat(year.ids(1)).containsExactly(3L);
    }
  }

  @Test
  void aQuietStreamShowsThatItIsAlive() {
    try (Service service = Service.with(OPTIONS.withStreams(10, Duration.ofMillis(20), 10));
        EventReader reader = service.follow("/v1/stream")) {
      assertThat(reader.next()).isEqualTo(new Event("", "ping", "{}"));
      assertThat(reader.next()).isEqualTo(new Event("", "ping", "{}"));
    }
  }

  @Test
  void anIdFromAnotherClustersLifeDoesNotSilenceTheStream() {
    try (Service service = Service.with(OPTIONS.withStreams(10, Duration.ofMillis(20), 10))) {
      service.feed.add(2022, "94", 1);
      try (EventReader reader = service.follow("/v1/stream?lastEventId=5000")) {
        for (int pings = 0; pings < 3; pings++) {
          assertThat(reader.next().name()).isEqualTo("ping");
        }
        service.feed.add(2022, "94", 2);
        assertThat(reader.ids(1)).containsExactly(2L);
      }
    }
  }

  @Test
  void oneStreamTooManyIsTurnedAway() {
    try (Service service = Service.with(OPTIONS.withStreams(1, NO_PING, 10));
        EventReader first = service.follow("/v1/stream")) {
      assertThat(service.get("/v1/stream").statusCode()).isEqualTo(503);
      assertThat(service.get("/v1/stream").body()).contains("UNAVAILABLE");
      service.feed.add(2022, "94", 1);
      assertThat(first.ids(1)).containsExactly(1L);
    }
  }

  @Test
  void aReaderThatLeavesMakesRoom() {
    try (Service service = Service.with(OPTIONS.withStreams(1, Duration.ofMillis(20), 10))) {
      service.follow("/v1/stream").close();
      await().atMost(Duration.ofSeconds(20)).until(() -> open(service) == 0);
      try (EventReader next = service.follow("/v1/stream")) {
        assertThat(next.response().statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void stoppingEndsTheStreams() {
    Service service = Service.start();
    try (EventReader reader = service.follow("/v1/stream")) {
      service.feed.add(2022, "94", 1);
      assertThat(reader.ids(1)).containsExactly(1L);
      long before = System.nanoTime();
      service.close();
      reader.awaitEnd();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void aReaderThatTakesNothingIsDroppedAndResumesWithoutGapOrRepetition() throws Exception {
    try (Service service = Service.with(OPTIONS.withStreams(10, NO_PING, 100));
        Socket slow = new Socket()) {
      slow.setReceiveBufferSize(4096);
      slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
      slow.getOutputStream()
          .write("GET /v1/stream HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      await().atMost(Duration.ofSeconds(20)).until(() -> open(service) == 1);
      long last = 0;
      while (open(service) == 1) {
        assertThat(last).as("changes sent to nobody").isLessThan(1_000_000);
        service.feed.add(2022, "94", LongStream.rangeClosed(last + 1, last + 500).toArray());
        last += 500;
      }
      List<Long> received = ids(slow);
      assertThat(received.size()).isLessThan((int) last);
      long known = received.get(received.size() - 1);
      try (EventReader again = service.follow("/v1/stream", "Last-Event-ID", "" + known)) {
        received.addAll(again.ids((int) (last - known)));
      }
      assertThat(received)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
    }
  }

  /** Whole events only: what stands before the empty line that ends each. */
  private static List<Long> ids(Socket socket) throws IOException {
    List<Long> ids = new ArrayList<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    Optional<Long> id = Optional.empty();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("id: ")) {
        id = Optional.of(Long.parseLong(line.substring(4)));
      } else if (line.isEmpty() && id.isPresent()) {
        ids.add(id.get());
        id = Optional.empty();
      }
    }
    return ids;
  }

  private static int open(Service service) {
    return service
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("paca_stream_followers "))
        .map(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
        .findFirst()
        .orElseThrow();
  }
}
