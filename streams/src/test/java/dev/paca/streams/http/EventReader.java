package dev.paca.streams.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events as a browser would. */
final class EventReader implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;
  private static final Event END = new Event("", "end of stream", "");

  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /** One event; id and name are empty where it has none. */
  record Event(String id, String name, String data) {}

  private EventReader(HttpResponse<InputStream> response) {
    this.response = response;
  }

  static EventReader open(HttpClient client, HttpRequest request) {
    try {
      EventReader reader = new EventReader(client.send(request, BodyHandlers.ofInputStream()));
      Thread thread = new Thread(reader::read, "event-reader");
      thread.setDaemon(true);
      thread.start();
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  /** The next event, waiting for it; the end of the stream counts as one. */
  Event next() {
    try {
      Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("no event within " + PATIENCE_SECONDS + " s");
      }
      return event;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** Ids of the next changes, passing over pings. */
  List<Long> ids(int count) {
    List<Long> ids = new ArrayList<>();
    while (ids.size() < count) {
      Event event = next();
      if (event.equals(END)) {
        throw new AssertionError("the stream ended after " + ids);
      }
      if (!event.id().isEmpty()) {
        ids.add(Long.parseLong(event.id()));
      }
    }
    return ids;
  }

  void awaitEnd() {
    while (!next().equals(END)) {
      // Whatever was sent before the end.
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      Event event = new Event("", "", "");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && !event.data().isEmpty()) {
          events.add(event);
          event = new Event("", "", "");
        } else if (line.startsWith("id: ")) {
          event = new Event(line.substring(4), event.name(), event.data());
        } else if (line.startsWith("event: ")) {
          event = new Event(event.id(), line.substring(7), event.data());
        } else if (line.startsWith("data: ")) {
          event = new Event(event.id(), event.name(), line.substring(6));
        }
      }
    } catch (IOException e) {
      // A stream that was cut ends, too.
    }
    events.add(END);
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
