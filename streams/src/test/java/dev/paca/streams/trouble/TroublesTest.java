package dev.paca.streams.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TroublesTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private final SetClock clock = new SetClock();
  private final Troubles troubles =
      new Troubles(clock, new CauseText("kafka-1:9092", Path.of("/var/lib/paca")));
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(Troubles.class);

  @BeforeEach
  void listen() {
    said.start();
    log.addAppender(said);
    log.setAdditive(false);
    log.setLevel(Level.INFO);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(said);
    log.setAdditive(true);
    log.setLevel(null);
  }

  @Test
  void threadsThatFailInARowAreTriedAgainAfterPausesThatGrowToFiveSeconds() {
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      troubles.failed(brokersSilent());
      pauses.add(troubles.pauseLeft().toMillis());
      clock.now = clock.now.plus(troubles.pauseLeft()).plusMillis(10);
    }

    assertThat(pauses).containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
  }

  @Test
  void threadsThatFailTogetherAreOneAttempt() {
    troubles.failed(brokersSilent());
    troubles.failed(brokersSilent());

    assertThat(troubles.pauseLeft()).isEqualTo(Troubles.FIRST_PAUSE);
  }

  @Test
  void oneCauseIsOneLineWithoutATraceHoweverOftenItIsTried() {
    for (int i = 0; i < 40; i++) {
      troubles.failed(brokersSilent());
      clock.now = clock.now.plus(troubles.pauseLeft()).plusMillis(10);
    }

    assertThat(said.list).hasSize(1);
    assertThat(said.list.get(0).getThrowableProxy()).isNull();
    assertThat(said.list.get(0).getFormattedMessage())
        .contains("the brokers at kafka-1:9092 do not answer in time", "since " + START);
  }

  @Test
  void aMistakeOfOursIsSaidWithItsTraceOnce() {
    for (int i = 0; i < 5; i++) {
      troubles.failed(new StreamsException(new IllegalStateException("secret text")));
      clock.now = clock.now.plusSeconds(1);
    }

    assertThat(said.list).hasSize(1);
    assertThat(said.list.get(0).getThrowableProxy()).isNotNull();
    assertThat(troubles.current().orElseThrow().describe())
        .contains("an error on our side (IllegalStateException)")
        .doesNotContain("secret text");
  }

  @Test
  void theTroubleIsSaidSinceItsBeginningUntilAnAttemptHolds() {
    troubles.failed(brokersSilent());
    clock.now = clock.now.plusSeconds(1);
    troubles.failed(brokersSilent());

    assertThat(troubles.current().orElseThrow().since()).isEqualTo(START);
    assertThat(troubles.current().orElseThrow().attempts()).isEqualTo(2);

    clock.now = clock.now.plus(Troubles.ATTEMPT).plusSeconds(1);
    assertThat(troubles.current()).isEmpty();
    assertThat(said.list.get(said.list.size() - 1).getFormattedMessage()).contains("go on");

    troubles.failed(brokersSilent());
    assertThat(troubles.current().orElseThrow().attempts()).isEqualTo(1);
    assertThat(troubles.pauseLeft()).isEqualTo(Troubles.FIRST_PAUSE);
  }

  private static Throwable brokersSilent() {
    return new StreamsException(new TimeoutException("node -1 disconnected"));
  }

  private static final class SetClock extends Clock {
    private Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
