package dev.paca.streams.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.Settings;
import dev.paca.settings.SharedSerdes;
import dev.paca.topics.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;

class CauseTextTest {
  private final CauseText causes = new CauseText("kafka-1:9092", Path.of("/var/lib/paca"));

  @Test
  void aRegistryThatIsAwayIsNamedWithItsAddress() {
    String url = "http://127.0.0.1:1";
    Settings settings =
        Settings.declare(ClientSettings.all())
            .options(Map.of("bootstrap", "127.0.0.1:1", "registry", url))
            .read();
    Throwable away =
        catchThrowable(() -> new SharedSerdes(settings).learn(List.of(Topics.AUDITS), List.of()));

    assertThat(said(new StreamsException("in a task", away))).contains(url, "nothing is lost");
  }

  @Test
  void aStateFolderThatIsFullDamagedOrReadOnlyIsNamedWithWhatToDo() {
    assertThat(said(inStore("IO error: No space left on device: While appending to file")))
        .contains("/var/lib/paca is full", "goes on by itself once there is room");
    assertThat(said(inStore("IO error: File too large: While appending to file")))
        .contains("/var/lib/paca is full");
    assertThat(said(inStore("Corruption: block checksum mismatch")))
        .contains("/var/lib/paca is damaged", "restart this instance");
    assertThat(said(inStore("IO error: Read-only file system: While open a file")))
        .contains("/var/lib/paca cannot be written");
  }

  @Test
  void whatTheBrokersRefuseIsSaidWithWhereToLook() {
    assertThat(said(new StreamsException(new InvalidTimestampException("far ahead"))))
        .contains("set its clock right");
    assertThat(said(new MissingSourceTopicException("gone"))).contains("`paca topics check`");
    assertThat(said(new StreamsException(new RecordTooLargeException("2 MB"))))
        .contains("`paca topics check`");
    assertThat(said(new StreamsException(new TopicAuthorizationException("paca.audits"))))
        .contains("kafka-1:9092", "do not allow");
  }

  private String said(Throwable failure) {
    CauseText.Cause cause = causes.of(failure);
    assertThat(cause.known()).isTrue();
    return cause.text();
  }

  private static Throwable inStore(String message) {
    return new StreamsException(
        new ProcessorStateException("in store reports", new RocksDBException(message)));
  }
}
