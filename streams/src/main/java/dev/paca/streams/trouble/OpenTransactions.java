package dev.paca.streams.trouble;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions that were begun and not ended: whoever reads what is committed waits where the first
 * of them begins, in its partition only. One thread.
 */
final class OpenTransactions {
  private static final Logger LOG = LoggerFactory.getLogger(OpenTransactions.class);

  /** Ours are a tenth of a second long; nobody's should be longer than this. */
  static final Duration TOO_LONG = Duration.ofSeconds(5);

  private final Admin admin;
  private final long answerWithinS;
  private final Map<TopicPartition, Waiting> waiting = new HashMap<>();

  private record Waiting(long offset, Instant since, boolean said) {}

  OpenTransactions(Admin admin, long answerWithinS) {
    this.admin = admin;
    this.answerWithinS = answerWithinS;
  }

  /** A line for each partition that has been held at one offset for too long. */
  List<String> holding(List<TopicPartition> partitions)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, ListOffsetsResultInfo> stable =
        ends(partitions, IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, ListOffsetsResultInfo> written =
        ends(partitions, IsolationLevel.READ_UNCOMMITTED);
    List<String> lines = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      long offset = stable.get(partition).offset();
      if (offset >= written.get(partition).offset()) {
        Waiting over = waiting.remove(partition);
        if (over != null && over.said()) {
          LOG.info("{} goes on at offset {}", partition, over.offset());
        }
        continue;
      }
      Waiting before = waiting.get(partition);
      if (before == null || before.offset() != offset) {
        waiting.put(partition, new Waiting(offset, Instant.now(), false));
      } else if (before.since().plus(TOO_LONG).isBefore(Instant.now())) {
        lines.add(said(partition, before));
      }
    }
    waiting.keySet().retainAll(Set.copyOf(partitions));
    return lines;
  }

  private String said(TopicPartition partition, Waiting held)
      throws ExecutionException, InterruptedException, TimeoutException {
    String line =
        "%s waits at offset %d since %s for a transaction%s that is open"
            .formatted(partition, held.offset(), held.since(), holder(partition));
    if (!held.said()) {
      LOG.warn("{}; kafka-transactions.sh can abort it", line);
      waiting.put(partition, new Waiting(held.offset(), held.since(), true));
    }
    return line;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends(
      List<TopicPartition> partitions, IsolationLevel level)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream()
            .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
    return admin
        .listOffsets(asked, new ListOffsetsOptions(level))
        .all()
        .get(answerWithinS, TimeUnit.SECONDS);
  }

  /** Whose it is, as far as the brokers know and tell. */
  private String holder(TopicPartition partition)
      throws ExecutionException, InterruptedException, TimeoutException {
    Optional<ProducerState> first =
        admin
            .describeProducers(List.of(partition))
            .all()
            .get(answerWithinS, TimeUnit.SECONDS)
            .get(partition)
            .activeProducers()
            .stream()
            .filter(producer -> producer.currentTransactionStartOffset().isPresent())
            .min(
                Comparator.comparingLong(
                    producer -> producer.currentTransactionStartOffset().getAsLong()));
    if (first.isEmpty()) {
      return "";
    }
    ListTransactionsOptions ofProducer =
        new ListTransactionsOptions().filterProducerIds(List.of(first.get().producerId()));
    return admin.listTransactions(ofProducer).all().get(answerWithinS, TimeUnit.SECONDS).stream()
        .map(TransactionListing::transactionalId)
        .findFirst()
        .map(id -> " of " + id)
        .orElse("");
  }
}
