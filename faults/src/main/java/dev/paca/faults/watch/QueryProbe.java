package dev.paca.faults.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A client with a list of addresses, which asks each kind of question several times a second, each
 * instance in its turn. An instance that cannot be reached or is silent costs it that wait, and the
 * next one is asked at once; an answer is taken for what it is, also when it is a refusal.
 */
public final class QueryProbe implements AutoCloseable {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int ENOUGH = 1000;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Supplier<List<URI>> instances;
  private final Map<Question, String> paths;
  private final Map<Question, AnswerCount> counts = new EnumMap<>(Question.class);
  private final Set<Question> found = ConcurrentHashMap.newKeySet();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final AnswerShape shape = new AnswerShape();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final ScheduledExecutorService askers =
      Executors.newScheduledThreadPool(
          Question.values().length,
          work -> {
            Thread thread = new Thread(work, "query-probe");
            thread.setDaemon(true);
            return thread;
          });

  private QueryProbe(Supplier<List<URI>> instances, Map<Question, String> paths) {
    this.instances = instances;
    this.paths = new EnumMap<>(paths);
    this.paths.keySet().forEach(question -> counts.put(question, new AnswerCount()));
  }

  /** What the sample's reports of 2022 answer. */
  public static Map<Question, String> sample() {
    Map<Question, String> paths = new EnumMap<>(Question.class);
    paths.put(Question.RANKING, "/v1/assessments/2022/ranking");
    paths.put(Question.PROVINCE, "/v1/assessments/2022/provinces/94");
    paths.put(Question.EVIDENCE, "/v1/assessments/2022/provinces/94/criteria/C.1.1/evidence");
    paths.put(Question.MATTER, "/v1/matters/VA-94-2022-01");
    paths.put(Question.REPORT, "/v1/reports/prosecutions/cong-an-tinh-94/KT-VA-94-2022-02");
    return paths;
  }

  /** Asks what the sample answers. */
  public static QueryProbe start(Supplier<List<URI>> instances) {
    return start(instances, sample());
  }

  /**
   * Asks from now on.
   *
   * @param instances base addresses of the instances that a client knows at the moment
   * @param paths what to ask; what is asked for must not be taken back while it runs
   */
  public static QueryProbe start(Supplier<List<URI>> instances, Map<Question, String> paths) {
    QueryProbe probe = new QueryProbe(instances, paths);
    probe.paths.forEach(
        (question, path) ->
            probe.askers.scheduleWithFixedDelay(
                new Round(probe, question), 0, question.every().toMillis(), TimeUnit.MILLISECONDS));
    return probe;
  }

  /** One kind of question; remembers whose turn it is. */
  private static final class Round implements Runnable {
    private final QueryProbe probe;
    private final Question question;
    private int turn;

    Round(QueryProbe probe, Question question) {
      this.probe = probe;
      this.question = question;
    }

    @Override
    public void run() {
      try {
        ask();
      } catch (RuntimeException e) {
        // Thrown on, it would end the questions in silence.
        probe.violations.add(question + " could not be asked: " + e);
      }
    }

    private void ask() {
      List<URI> all = List.copyOf(probe.instances.get());
      probe.counts.get(question).asked(System.nanoTime());
      boolean answered = false;
      for (int i = 0; i < all.size() && !answered; i++) {
        answered = probe.ask(question, all.get(Math.floorMod(turn + i, all.size())));
      }
      turn++;
    }
  }

  /** Whether this instance said anything. */
  private boolean ask(Question question, URI instance) {
    URI address = instance.resolve(paths.get(question));
    // The request's own time-out ends with the headers: an instance may freeze in mid-answer.
    CompletableFuture<HttpResponse<String>> asked =
        http.sendAsync(
            HttpRequest.newBuilder(address).timeout(question.patience()).build(),
            HttpResponse.BodyHandlers.ofString());
    try {
      judge(question, address, asked.get(question.patience().toMillis(), TimeUnit.MILLISECONDS));
      return true;
    } catch (ExecutionException | TimeoutException e) {
      asked.cancel(true);
      counts.get(question).unanswered();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void judge(Question question, URI address, HttpResponse<String> answer) {
    try {
      JsonNode body = JSON.readTree(answer.body());
      if (answer.statusCode() == OK) {
        found.add(question);
        shape.wrong(question, body).ifPresent(wrong -> violation(address, wrong));
        counts.get(question).answered(System.nanoTime(), body.hasNonNull("behind"));
      } else {
        refused(question, address, answer, body);
      }
    } catch (JsonProcessingException e) {
      violation(address, answer.statusCode() + " with half an answer, or none in JSON");
    }
  }

  private void refused(Question question, URI address, HttpResponse<String> answer, JsonNode body) {
    int status = answer.statusCode();
    boolean typed = body.hasNonNull("code") && body.path("status").asInt() == status;
    if (!typed || status == 500) {
      violation(address, status + ", which is no refusal that says why");
    } else if (status == 503 && answer.headers().firstValue("Retry-After").isEmpty()) {
      violation(address, "refused without Retry-After");
    } else if (status == NOT_FOUND && !question.score() && found.contains(question)) {
      violation(address, "was there and is unknown now");
    }
    counts.get(question).refused();
  }

  private void violation(URI address, String what) {
    if (violations.size() < ENOUGH) {
      violations.add(address + ": " + what);
    }
  }

  /** Counts and gaps begin anew. */
  public void mark() {
    long now = System.nanoTime();
    counts.values().forEach(count -> count.mark(now));
  }

  /** Since the mark. */
  public Map<Question, Answers> answers() {
    long now = System.nanoTime();
    Map<Question, Answers> read = new EnumMap<>(Question.class);
    counts.forEach((question, count) -> read.put(question, count.read(now)));
    return read;
  }

  /** Answers that nobody should ever get, with who gave them. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /**
   * These, and the totals answered that were never committed. In this order: close the probe,
   * conclude the watch, ask; an answer must not be newer than what the watch has read.
   */
  public List<String> violations(Committed committed) {
    List<String> all = new ArrayList<>(violations);
    all.addAll(shape.notIn(committed));
    return all;
  }

  /** Returns when the questions that are on their way are answered; none is asked afterwards. */
  @Override
  public void close() {
    askers.shutdown();
    try {
      if (!askers.awaitTermination(30, TimeUnit.SECONDS)) {
        askers.shutdownNow();
      }
    } catch (InterruptedException e) {
      askers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
