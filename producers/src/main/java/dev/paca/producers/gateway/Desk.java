package dev.paca.producers.gateway;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.Filled;
import dev.paca.producers.form.ReportForm;
import dev.paca.producers.form.ReportRules;
import dev.paca.producers.gateway.ApiKeys.Caller;
import dev.paca.producers.gateway.JsonBody.Item;
import dev.paca.producers.publish.PublishFailed;
import dev.paca.producers.publish.ReportPublisher;
import dev.paca.topics.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the reports of one request: checks each, publishes the good ones, waits for the broker. */
final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final ReportPublisher publisher;
  private final ReportRules rules;
  private final Duration deadline;

  Desk(ReportPublisher publisher, ReportRules rules, Duration deadline) {
    this.publisher = publisher;
    this.rules = rules;
    this.deadline = deadline;
  }

  /** The outcome of each item, in their order. */
  List<Outcome> take(ReportForm form, Caller caller, List<Item> items) {
    long until = System.nanoTime() + deadline.toNanos();
    List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    boolean available = true;
    for (Item item : items) {
      CompletableFuture<Outcome> outcome =
          available && System.nanoTime() < until
              ? take(form, caller, item)
              : CompletableFuture.completedFuture(new Outcome.Unavailable());
      // After one failure the rest would each wait in vain for the same broker.
      available = !(outcome.isDone() && outcome.join() instanceof Outcome.Unavailable);
      outcomes.add(outcome);
    }
    return outcomes.stream().map(outcome -> await(outcome, until)).toList();
  }

  private CompletableFuture<Outcome> take(ReportForm form, Caller caller, Item item) {
    if (item instanceof Item.Broken broken) {
      return rejected(broken.problem());
    }
    Item.Fields fields = (Item.Fields) item;
    String agency = form.text(fields.entries(), "agency");
    if (!agency.isEmpty() && !caller.mayReportFor(agency)) {
      return rejected(
          new Problem("agency", ProblemCode.FORBIDDEN, "this API key may not report for it"));
    }
    Filled filled = form.fill(fields.entries(), rules);
    if (filled instanceof Filled.Refused refused) {
      return CompletableFuture.completedFuture(new Outcome.Rejected(refused.problems()));
    }
    return publisher.publish(((Filled.Complete) filled).report()).handle(Desk::outcome);
  }

  private static CompletableFuture<Outcome> rejected(Problem problem) {
    return CompletableFuture.completedFuture(new Outcome.Rejected(List.of(problem)));
  }

  private static Outcome outcome(Position position, Throwable failure) {
    if (failure == null) {
      return new Outcome.Accepted(position);
    }
    PublishFailed failed = (PublishFailed) failure;
    LOG.warn("{} ({})", failed.getMessage(), failed.reason(), failed.getCause());
    return failed.reason() == PublishFailed.Reason.REPORT
        ? new Outcome.Rejected(
            List.of(new Problem("", ProblemCode.TOO_LARGE, "the report cannot be stored")))
        : new Outcome.Unavailable();
  }

  private static Outcome await(CompletableFuture<Outcome> outcome, long until) {
    try {
      return outcome.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return new Outcome.Unavailable();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unavailable();
    }
  }
}
