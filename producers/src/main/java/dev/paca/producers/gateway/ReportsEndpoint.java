package dev.paca.producers.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.ReportForm;
import dev.paca.producers.gateway.ApiKeys.Caller;
import dev.paca.producers.gateway.JsonBody.Reports;
import dev.paca.scoring.report.ReportType;
import dev.paca.topics.Position;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** {@code POST /v1/reports/{type}}: one report, an array, or one a line. */
final class ReportsEndpoint {
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";
  private static final String RETRY_BUSY = "1";
  private static final String RETRY_DOWN = "5";

  private final Map<ReportType, ReportForm> forms = new EnumMap<>(ReportType.class);
  private final ApiKeys keys;
  private final int bodyLimit;
  private final Semaphore inFlight;
  private final Desk desk;

  ReportsEndpoint(ApiKeys keys, int bodyLimit, Semaphore inFlight, Desk desk) {
    this.keys = keys;
    this.bodyLimit = bodyLimit;
    this.inFlight = inFlight;
    this.desk = desk;
    for (ReportType type : ReportType.values()) {
      forms.put(type, ReportForm.of(type));
    }
  }

  void post(Context ctx) throws IOException {
    ReportForm form = form(ctx.pathParam("type"));
    Caller caller = caller(ctx);
    boolean lines = isLines(ctx.contentType());
    if (!inFlight.tryAcquire()) {
      throw new RequestRefused(
              429,
              ProblemCode.TOO_MANY_REQUESTS,
              "more requests are in work than the gateway takes")
          .with("Retry-After", RETRY_BUSY);
    }
    try {
      byte[] body = body(ctx);
      Reports reports = lines ? JsonBody.lines(body) : JsonBody.json(body);
      List<Outcome> outcomes = desk.take(form, caller, reports.items());
      Position position = Answers.position(outcomes);
      if (!position.isEmpty()) {
        ctx.header(Answers.POSITION_HEADER, position.format());
      }
      if (reports.single()) {
        answerOne(ctx, outcomes.get(0));
      } else {
        answerAll(ctx, outcomes);
      }
    } finally {
      inFlight.release();
    }
  }

  private ReportForm form(String word) {
    return ReportType.ofWord(word)
        .map(forms::get)
        .orElseThrow(
            () ->
                new RequestRefused(
                    404,
                    ProblemCode.NOT_FOUND,
                    "there is no such type of report; the types are "
                        + Arrays.stream(ReportType.values())
                            .map(ReportType::word)
                            .collect(Collectors.joining(", "))));
  }

  private Caller caller(Context ctx) {
    String bearer = ctx.header("Authorization");
    String key = ctx.header("X-API-Key");
    if (bearer != null && bearer.regionMatches(true, 0, "Bearer ", 0, 7)) {
      key = bearer.substring(7).strip();
    }
    if (key == null) {
      throw unauthorized("send an API key: Authorization: Bearer KEY, or X-API-Key: KEY");
    }
    return keys.caller(key).orElseThrow(() -> unauthorized("nobody has this API key"));
  }

  private static RequestRefused unauthorized(String detail) {
    return new RequestRefused(401, ProblemCode.UNAUTHORIZED, detail)
        .with("WWW-Authenticate", "Bearer realm=\"paca\"");
  }

  private static boolean isLines(String contentType) {
    String[] parts = (contentType == null ? "" : contentType).toLowerCase(Locale.ROOT).split(";");
    boolean utf8 =
        Arrays.stream(parts)
            .skip(1)
            .map(parameter -> parameter.replaceAll("[\\s\"]", ""))
            .noneMatch(
                parameter ->
                    parameter.startsWith("charset=") && !parameter.equals("charset=utf-8"));
    String media = parts[0].strip();
    if (!utf8 || !(media.equals(JSON) || media.equals(LINES))) {
      throw new RequestRefused(
              415, ProblemCode.BAD_REQUEST, "send " + JSON + " or " + LINES + ", in UTF-8")
          .with("Accept-Post", JSON + ", " + LINES);
    }
    return media.equals(LINES);
  }

  private byte[] body(Context ctx) throws IOException {
    try (InputStream in = ctx.req().getInputStream()) {
      if (ctx.req().getContentLengthLong() > bodyLimit) {
        letItArrive(in);
        throw tooLarge();
      }
      byte[] body = in.readNBytes(bodyLimit + 1);
      if (body.length > bodyLimit) {
        letItArrive(in);
        throw tooLarge();
      }
      return body;
    }
  }

  /**
   * Reads as much again, for nothing: who is still sending when the connection is closed may never
   * see the answer.
   */
  private void letItArrive(InputStream in) throws IOException {
    byte[] unread = new byte[8192];
    long left = bodyLimit;
    while (left > 0) {
      int read = in.read(unread);
      left = read < 0 ? 0 : left - read;
    }
  }

  private RequestRefused tooLarge() {
    return new RequestRefused(
        413, ProblemCode.TOO_LARGE, "the body is larger than " + bodyLimit + " bytes; send parts");
  }

  private static void answerOne(Context ctx, Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      // 202 and not 201: the report is kept for ever, but whether it counts the pipeline decides.
      Answers.json(ctx, 202, Answers.object().put("position", accepted.position().format()));
    } else if (outcome instanceof Outcome.Rejected rejected) {
      throw refused(rejected.problems());
    } else {
      throw unavailable("the report is not acknowledged; send it again, a repeat changes nothing");
    }
  }

  private static RequestRefused refused(List<Problem> problems) {
    ProblemCode first = problems.get(0).code();
    if (first == ProblemCode.FORBIDDEN) {
      return new RequestRefused(
          403, first, "this API key may not report for that agency", problems);
    }
    if (first == ProblemCode.TOO_LARGE) {
      return new RequestRefused(413, first, "the report is too large to be stored", problems);
    }
    String detail = problems.size() == 1 ? "one thing is" : problems.size() + " things are";
    return new RequestRefused(422, first, detail + " wrong with the report", problems);
  }

  private static RequestRefused unavailable(String detail) {
    return new RequestRefused(503, ProblemCode.UNAVAILABLE, detail).with("Retry-After", RETRY_DOWN);
  }

  private static void answerAll(Context ctx, List<Outcome> outcomes) {
    ObjectNode results = Answers.results(outcomes);
    if (outcomes.stream().anyMatch(Outcome.Unavailable.class::isInstance)) {
      Answers.problem(
          ctx,
          unavailable("not every report is acknowledged; send all again, a repeat changes nothing"),
          results);
    } else if (outcomes.stream().allMatch(Outcome.Rejected.class::isInstance)) {
      Answers.problem(ctx, allRefused(outcomes), results);
    } else {
      Answers.json(ctx, 200, results);
    }
  }

  private static RequestRefused allRefused(List<Outcome> outcomes) {
    List<ProblemCode> first =
        outcomes.stream()
            .map(outcome -> ((Outcome.Rejected) outcome).problems().get(0).code())
            .toList();
    return first.stream().allMatch(ProblemCode.FORBIDDEN::equals)
        ? new RequestRefused(
            403, ProblemCode.FORBIDDEN, "this API key may not report for any of these agencies")
        : new RequestRefused(422, first.get(0), "no report of the batch is accepted");
  }
}
