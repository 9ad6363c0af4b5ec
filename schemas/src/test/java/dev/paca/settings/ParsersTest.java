package dev.paca.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ParsersTest {
  @Test
  void aPortIsZeroTo65535() {
    assertThat(Parsers.PORT.parse("0")).isZero();
    assertThat(Parsers.PORT.parse("65535")).isEqualTo(65_535);
    assertRefused(Parsers.PORT, "65536", "-1", "http", "1.5");
  }

  @Test
  void anAddressHasSchemeAndHostAndLosesItsLastSlash() {
    assertThat(Parsers.URL.parse("http://h:1/apis/ccompat/v7/"))
        .isEqualTo(URI.create("http://h:1/apis/ccompat/v7"));
    assertThat(Parsers.URLS.parse("http://a:1, https://b")).hasSize(2);
    assertRefused(Parsers.URL, "h:1", "ftp://h", "http://", "http://h:1?x");
    assertRefused(Parsers.URLS, "http://a:1,", "http://a:1,b:2");
  }

  @Test
  void hostsAreWithPorts() {
    assertThat(Parsers.HOSTS.parse("a:9092,[::1]:9093")).isEqualTo("a:9092,[::1]:9093");
    assertRefused(Parsers.HOSTS, "a", "a:9092,", "http://a:9092");
  }

  @Test
  void aDurationSaysItsUnit() {
    assertThat(Parsers.DURATION_TEXT.parse("250ms")).isEqualTo(Duration.ofMillis(250));
    assertThat(Parsers.DURATION_TEXT.parse("5m")).isEqualTo(Duration.ofMinutes(5));
    assertThat(Parsers.DURATION_TEXT.parse("7d")).isEqualTo(Duration.ofDays(7));
    assertRefused(Parsers.DURATION_TEXT, "5", "5 m", "-5m", "1w");
  }

  @Test
  void aFlagIsTrueOrFalse() {
    assertThat(Parsers.FLAG.parse("TRUE")).isTrue();
    assertRefused(Parsers.FLAG, "yes", "1");
  }

  private static void assertRefused(Setting.Parser<?> parser, String... texts) {
    for (String text : texts) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> parser.parse(text));
    }
  }
}
