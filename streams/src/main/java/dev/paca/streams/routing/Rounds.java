package dev.paca.streams.routing;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.QueryRefused;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the partitions of one question: in each round every one that is still missing is asked of
 * its next candidate, an instance being asked once for all of its partitions and all at the same
 * time.
 */
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Routing routing;
  private final StoreQuestion question;
  private final Deadline deadline;
  private final HostInfo self;
  private final Map<Integer, Deque<Candidate>> missing = new TreeMap<>();

  Rounds(Routing routing, StoreQuestion question, Deadline deadline) {
    this.routing = routing;
    this.question = question;
    this.deadline = deadline;
    this.self = routing.whereabouts().self();
    for (int partition : question.partitions(routing.partitions())) {
      Holders holders = routing.whereabouts().of(new TopicPartition(question.topic(), partition));
      missing.put(partition, new ArrayDeque<>(Candidate.of(holders, self)));
    }
  }

  /**
   * Hands on every partition once.
   *
   * @throws QueryRefused UNAVAILABLE, naming the partitions that nobody answered for; what was
   *     handed on by then is no answer
   */
  void read(Consumer<Shard> each) {
    while (!missing.isEmpty()) {
      round(each);
    }
  }

  private void round(Consumer<Shard> each) {
    Map<Integer, Candidate> next = new TreeMap<>();
    missing.forEach((partition, left) -> next.put(partition, left.removeFirst()));
    Map<PeerQuery, CompletableFuture<List<Shard>>> asked = new HashMap<>();
    Map<Candidate, Set<Integer>> here = new HashMap<>();
    Candidate.byHost(next)
        .forEach(
            (candidate, partitions) -> {
              if (candidate.host().equals(self)) {
                here.put(candidate, partitions);
              } else {
                PeerQuery query = new PeerQuery(question, partitions, candidate.mayBeBehind());
                routing.counts().hop();
                asked.put(query, routing.peers().ask(candidate.host(), query, wait(partitions)));
              }
            });
    here.forEach((candidate, partitions) -> readHere(candidate, partitions, each));
    asked.forEach((query, answer) -> readThere(query, answer, each));
    refuseWhatNobodyHas();
  }

  /** So that of each of these partitions the next candidate has its time too. */
  private Duration wait(Set<Integer> partitions) {
    int others = partitions.stream().mapToInt(each -> missing.get(each).size()).max().orElse(0);
    return deadline.share(1 + others);
  }

  private void readHere(Candidate candidate, Set<Integer> partitions, Consumer<Shard> each) {
    for (int partition : partitions) {
      routing
          .local()
          .open(question, partition, candidate.mayBeBehind())
          .ifPresent(shard -> take(shard, each));
    }
  }

  private void readThere(
      PeerQuery query, CompletableFuture<List<Shard>> answer, Consumer<Shard> each) {
    try {
      for (Shard shard : answer.join()) {
        if (query.partitions().contains(shard.partition())) {
          take(shard, each);
        }
      }
    } catch (CompletionException e) {
      LOG.debug("no answer for partitions {} of {}", query.partitions(), question.store(), e);
    }
  }

  private void take(Shard shard, Consumer<Shard> each) {
    if (missing.remove(shard.partition()) != null) {
      if (shard.behindMs().isPresent()) {
        routing.counts().standby();
      }
      each.accept(shard);
    }
  }

  private void refuseWhatNobodyHas() {
    Set<Integer> nowhere = new TreeSet<>();
    missing.forEach(
        (partition, left) -> {
          if (left.isEmpty()) {
            nowhere.add(partition);
          }
        });
    if (!nowhere.isEmpty()) {
      routing.counts().refused();
      throw new QueryRefused(
          ProblemCode.UNAVAILABLE,
          ("%s of the %s cannot be read: being moved or restored, or the owner did not answer in"
                  + " time and no standby could; try again")
              .formatted(names(nowhere), question.store()));
    }
  }

  private static String names(Set<Integer> partitions) {
    String numbers = partitions.toString().replaceAll("[\\[\\]]", "");
    return (partitions.size() == 1 ? "partition " : "partitions ") + numbers;
  }
}
