package dev.paca.streams.topology;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InputTopicsTest {

  @Test
  @Timeout(15)
  void aStartWhileTheBrokersAreAwayIsRefusedInOneLineWithTheirAddress() {
    assertThatExceptionOfType(InputTopics.WrongTopics.class)
        .isThrownBy(() -> partitions("127.0.0.1:1"))
        .withMessage(
            "no Kafka broker answers at 127.0.0.1:1 within 1 s; start it, or set PACA_BOOTSTRAP to"
                + " where it is");
  }

  @Test
  void anAddressThatDoesNotExistIsNamed() {
    assertThatExceptionOfType(InputTopics.WrongTopics.class)
        .isThrownBy(() -> partitions("kafka.invalid:9092"))
        .withMessageContaining("kafka.invalid:9092");
  }

  private static void partitions(String bootstrap) {
    InputTopics.partitions(Map.of("bootstrap.servers", bootstrap), "paca", Duration.ofSeconds(1));
  }
}
