package dev.paca.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownKeysTest {
  /** Enough for the filter to have grown twice. */
  private static final int KEYS = 900_000;

  private final KnownKeys known = new KnownKeys();

  @Test
  void noKeyThatWasAddedIsDeniedAndFewOthersAreAskedFor() {
    IntStream.range(0, KEYS).forEach(i -> known.add(key("TTT-94/" + i)));

    assertThat(IntStream.range(0, KEYS)).allMatch(i -> known.mayHold(key("TTT-94/" + i)));
    long inVain = IntStream.range(0, KEYS).filter(i -> known.mayHold(key("VKS-66/" + i))).count();
    assertThat(inVain).isLessThan(KEYS / 20);
  }

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(known.mayHold(key("TTT-94/1"))).isFalse();
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
