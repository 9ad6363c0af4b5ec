package dev.paca.cli.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.cli.console.CommandFailed;
import dev.paca.streams.query.AsOf;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the query service; a refusal becomes the one line its problem+json gives as detail. */
public final class QueryClient {
  private static final int OK = 200;
  private static final ObjectMapper PROBLEMS = new ObjectMapper();

  private final URI base;
  private final Optional<String> position;
  private final Duration patience;
  private final HttpClient http;
  private final AsOf asOf;

  /**
   * @param position a gateway's token that the answers must cover
   * @param patience how long to wait for one answer
   */
  public QueryClient(URI base, Optional<String> position, Duration patience) {
    this(
        base,
        position,
        patience,
        HttpClient.newBuilder().connectTimeout(patience).build(),
        AsOf.NOW);
  }

  private QueryClient(
      URI base, Optional<String> position, Duration patience, HttpClient http, AsOf asOf) {
    this.base = base;
    this.position = position;
    this.patience = patience;
    this.http = http;
    this.asOf = asOf;
  }

  /** The same questions as of another time, or by another version of the year's rubric. */
  public QueryClient asOf(AsOf other) {
    return new QueryClient(base, position, patience, http, other);
  }

  public Answer assessments() {
    return get(path("v1", "assessments"));
  }

  public Answer ranking(int year) {
    return get(path("v1", "assessments", Integer.toString(year), "ranking"));
  }

  /**
   * @param province code, name or abbreviation, with or without marks: the service resolves it
   */
  public Answer province(int year, String province) {
    return get(provincePath(year, province));
  }

  public Answer evidence(int year, String province, String criterion) {
    return get(provincePath(year, province) + path("criteria", criterion, "evidence"));
  }

  public Answer history(int year, String province, Optional<String> criterion) {
    Map<String, String> only = criterion.map(code -> Map.of("criterion", code)).orElse(Map.of());
    return answer(request(provincePath(year, province) + path("history"), only), "");
  }

  public Answer matter(String id) {
    return get(path("v1", "matters", id));
  }

  /**
   * @param type the topic's word: audits, denunciations …
   */
  public Answer report(String type, String agency, String reportId) {
    return get(path("v1", "reports", type, agency, reportId));
  }

  /** Reports that were accepted and count nowhere. */
  public Answer uncounted() {
    return get(path("v1", "uncounted"));
  }

  /** Who reports and how fresh that is. */
  public Answer freshness(Optional<String> province, Optional<String> agency) {
    Map<String, String> only = new LinkedHashMap<>();
    province.ifPresent(text -> only.put("province", text));
    agency.ifPresent(code -> only.put("agency", code));
    return answer(request(path("v1", "freshness"), only), "");
  }

  /** Every publication of a year's rubric. */
  public Answer rubrics(int year) {
    return get(path("v1", "assessments", Integer.toString(year), "rubrics"));
  }

  /**
   * What a rubric would change.
   *
   * @param file its bytes
   * @param name what an error of the file is placed in
   */
  public Answer diff(int year, byte[] file, String name) {
    HttpRequest.Builder request =
        request(path("v1", "assessments", Integer.toString(year), "diff"), Map.of())
            .header("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file));
    return answer(request, name);
  }

  private static String provincePath(int year, String province) {
    return path("v1", "assessments", Integer.toString(year), "provinces", province);
  }

  private static String path(String... segments) {
    return Stream.of(segments).map(segment -> "/" + encoded(segment)).collect(Collectors.joining());
  }

  // A keyboard may send a letter and its mark apart; the service compares letters.
  private static String encoded(String text) {
    String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    return URLEncoder.encode(composed, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Answer get(String path) {
    return answer(request(path, Map.of()), "");
  }

  private HttpRequest.Builder request(String path, Map<String, String> more) {
    Map<String, String> query = new LinkedHashMap<>(more);
    query.putAll(AsOfOptions.parameters(asOf));
    String written =
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path + (written.isEmpty() ? "" : "?" + written)))
            .timeout(patience)
            .header("Accept", "application/json");
    position.ifPresent(token -> request.header("Paca-Position", token));
    return request;
  }

  private Answer answer(HttpRequest.Builder request, String file) {
    HttpResponse<String> response = send(request.build());
    if (response.statusCode() != OK) {
      throw new CommandFailed(detail(response, file));
    }
    return new Answer(response.body());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (HttpTimeoutException e) {
      throw new CommandFailed(base + " gave no answer within " + patience.toSeconds() + " s", e);
    } catch (IOException e) {
      throw new CommandFailed(
          "nothing answers at " + base + "; start it with: paca up (or give --query-url)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("interrupted", e);
    }
  }

  private String detail(HttpResponse<String> response, String file) {
    try {
      JsonNode problem = PROBLEMS.readTree(response.body());
      if (!problem.path("errors").isEmpty()) {
        return placed(problem.path("errors").get(0), file);
      }
      String detail = problem.path("detail").asText("");
      if (!detail.isBlank()) {
        return detail;
      }
    } catch (IOException e) {
      // Not problem+json, so not from the query service: the status says all there is.
    }
    return base + " answered with status " + response.statusCode() + "; is it the query service?";
  }

  /** As editors and compilers know it: FILE:LINE:COLUMN what. */
  private static String placed(JsonNode error, String file) {
    return "%s:%d:%d %s"
        .formatted(
            file,
            error.path("line").asInt(),
            error.path("column").asInt(),
            error.path("message").asText());
  }
}
