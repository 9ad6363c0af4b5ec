package dev.paca.streams.trouble;

import dev.paca.registry.RegistryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.RocksDBException;

/**
 * Says a failure as what an operator can mend.
 *
 * @param bootstrap the brokers' addresses
 * @param stateDir where the stores are
 */
public record CauseText(String bootstrap, Path stateDir) {

  /**
   * @param known false for what is most likely our own mistake: its trace belongs in the log
   */
  public record Cause(String text, boolean known) {}

  public Cause of(Throwable failure) {
    Throwable last = failure;
    for (Throwable one = failure; one != null; one = one.getCause()) {
      Optional<String> text = text(one);
      if (text.isPresent()) {
        return new Cause(text.get(), true);
      }
      last = one;
    }
    return new Cause("an error on our side (" + last.getClass().getSimpleName() + ")", false);
  }

  private Optional<String> text(Throwable one) {
    if (one instanceof RegistryException registry && registry.problem().isEmpty()) {
      return Optional.of(registry.getMessage() + "; what needs it waits, nothing is lost");
    }
    if (one instanceof MissingSourceTopicException) {
      return Optional.of("a topic is missing; `paca topics check` says which");
    }
    if (one instanceof InvalidTimestampException) {
      return Optional.of("the brokers refuse this machine's time; set its clock right");
    }
    if (one instanceof RecordTooLargeException) {
      return Optional.of(
          "a record is larger than its topic takes; `paca topics check` says which is set wrong");
    }
    if (one instanceof AuthenticationException || one instanceof AuthorizationException) {
      return Optional.of("the brokers at " + bootstrap + " do not allow it: " + one.getMessage());
    }
    if (one instanceof RocksDBException || one instanceof IOException) {
      return Optional.of(stateText(String.valueOf(one.getMessage())));
    }
    if (one instanceof ProcessorStateException && one.getCause() == null) {
      return Optional.of(stateText(""));
    }
    if (one instanceof TimeoutException || one instanceof DisconnectException) {
      return Optional.of("the brokers at " + bootstrap + " do not answer in time");
    }
    return Optional.empty();
  }

  private String stateText(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    String folder = "the state folder " + stateDir;
    if (lower.contains("no space left")
        || lower.contains("file too large")
        || lower.contains("quota")) {
      return folder + " is full; it goes on by itself once there is room";
    }
    if (lower.contains("read-only") || lower.contains("permission denied")) {
      return folder + " cannot be written; it goes on by itself once it can";
    }
    if (lower.contains("corruption")) {
      return folder + " is damaged; restart this instance: what is damaged is restored from Kafka";
    }
    return folder + " cannot be used";
  }
}
