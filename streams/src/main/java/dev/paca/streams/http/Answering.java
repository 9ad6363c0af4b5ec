package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.http.Questions.Answer;
import dev.paca.streams.http.Questions.Question;
import dev.paca.topics.Position;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * Answers a question: at once, or where it came with a position as soon as the answer covers it.
 * Waiting holds no thread.
 */
final class Answering {
  private static final long GRACE_MS = 500;

  private final Coverage coverage;
  private final Executor threads;

  /**
   * @param threads on which questions that waited are put: never the one that ended the wait, which
   *     is busy applying what was committed
   */
  Answering(Coverage coverage, Executor threads) {
    this.coverage = coverage;
    this.threads = threads;
  }

  /** The same for what is covered at other times. */
  Answering onceCoveredBy(Function<Coverage, Coverage> other) {
    return new Answering(other.apply(coverage), threads);
  }

  Handler handler(Question question) {
    return ctx -> {
      Position position = Asked.position(ctx);
      Duration wait = Asked.wait(ctx);
      if (position.isEmpty()) {
        send(ctx, question.ask(ctx));
      } else {
        ctx.future(() -> afterwards(ctx, position, wait, question));
      }
    };
  }

  private CompletableFuture<Void> afterwards(
      Context ctx, Position position, Duration wait, Question question) {
    return coverage
        .uncovered(position.offsets(), wait)
        .toCompletableFuture()
        .copy()
        // The deadline is the coverage's to keep; this only guards against one that never answers.
        .completeOnTimeout(position.offsets(), wait.toMillis() + GRACE_MS, TimeUnit.MILLISECONDS)
        .thenAcceptAsync(
            missing -> {
              if (missing.isEmpty()) {
                send(ctx, question.ask(ctx));
              } else {
                late(ctx, missing);
              }
            },
            threads);
  }

  private static void late(Context ctx, Map<TopicPartition, Long> missing) {
    String detail = "Not covered yet: " + Position.of(missing) + "; ask again";
    Refusals.send(ctx, Problem.status(ProblemCode.UNAVAILABLE), ProblemCode.UNAVAILABLE, detail);
  }

  private static void send(Context ctx, Answer answer) {
    answer
        .truth()
        .map(PositionToken::of)
        .filter(covered -> !covered.isEmpty())
        .ifPresent(covered -> ctx.header(PositionToken.HEADER, covered.format()));
    ctx.contentType("application/json").result(Json.bytes(answer.body()));
  }
}
