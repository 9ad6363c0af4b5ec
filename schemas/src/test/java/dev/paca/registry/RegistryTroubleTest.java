package dev.paca.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paca.topics.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryTroubleTest {
  private final FakeRegistry registry = new FakeRegistry();

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void aRegistryThatIsDownIsRetriableNamedAndNotTheRecordsFault() {
    String down = freeAddress();
    var serializer = Samples.serializer(configs(down));
    assertThatExceptionOfType(RegistryException.Unavailable.class)
        .isThrownBy(() -> serializer.serialize(Topics.AUDITS, Samples.audit()))
        .withMessageContaining(down)
        .satisfies(e -> assertThat(e.retriable()).isTrue())
        .satisfies(e -> assertThat(e.problem()).isEmpty());
  }

  @Test
  void theNextAddressIsTriedAndThenPreferred() {
    String down = freeAddress();
    try (FakeRegistry sick = new FakeRegistry()) {
      sick.answerAlways(503, "");
      var serializer = Samples.serializer(configs(down + "," + sick.url() + "/," + registry.url()));
      serializer.serialize(Topics.AUDITS, Samples.audit());
      serializer.serialize(Topics.APPRAISALS, Samples.appraisal());
      assertThat(sick.calls).hasSize(1);
      assertThat(registry.calls).hasSize(2);
    }
  }

  @Test
  void aRegistryThatComesBackIsUsedWithoutAnybodyDoingAnything() {
    registry.answerAlways(500, "{\"error_code\": 50001, \"message\": \"store is not ready\"}");
    var serializer = Samples.serializer(configs(registry.url()));
    assertThatExceptionOfType(RegistryException.Unavailable.class)
        .isThrownBy(() -> serializer.serialize(Topics.AUDITS, Samples.audit()))
        .withMessageContaining("store is not ready");
    registry.answerTruly();
    assertThat(serializer.serialize(Topics.AUDITS, Samples.audit())).isNotEmpty();
  }

  @Test
  void allAddressesAreTriedAgainAsOftenAsConfigured() {
    registry.answerAlways(503, "");
    Map<String, String> configs = configs(registry.url());
    configs.put(RegistryConfig.MAX_RETRIES, "2");
    configs.put(RegistryConfig.RETRY_WAIT_MS, "1");
    var serializer = Samples.serializer(configs);
    assertThatExceptionOfType(RegistryException.Unavailable.class)
        .isThrownBy(() -> serializer.serialize(Topics.AUDITS, Samples.audit()));
    assertThat(registry.calls).hasSize(3);
  }

  @Test
  void aWrongPathDoesNotMakeGoodRecordsUnknown() {
    byte[] good =
        Samples.serializer(configs(registry.url())).serialize(Topics.AUDITS, Samples.audit());
    var deserializer = Samples.deserializer(configs(registry.url() + "/wrong"));
    assertThatExceptionOfType(RegistryException.Refused.class)
        .isThrownBy(() -> deserializer.deserialize(Topics.AUDITS, good))
        .withMessageContaining(registry.url() + "/wrong")
        .satisfies(e -> assertThat(e.status()).isEqualTo(404))
        .satisfies(e -> assertThat(e.problem()).isEmpty());
  }

  @Test
  void wrongCredentialsAreSaidAndNotRetried() {
    registry.answerAlways(401, "{\"error_code\": 401, \"message\": \"Unauthorized\"}");
    var serializer = Samples.serializer(configs(registry.url()));
    assertThatExceptionOfType(RegistryException.Refused.class)
        .isThrownBy(() -> serializer.serialize(Topics.AUDITS, Samples.audit()))
        .withMessageContaining("Unauthorized")
        .satisfies(e -> assertThat(e.retriable()).isFalse());
    assertThat(registry.calls).hasSize(1);
  }

  @Test
  void aVersionThatTheSubjectForbidsIsIncompatible() {
    registry.answerAlways(409, "{\"error_code\": 409, \"message\": \"READER_FIELD_MISSING\"}");
    var serializer = Samples.serializer(configs(registry.url()));
    assertThatExceptionOfType(RegistryException.Incompatible.class)
        .isThrownBy(() -> serializer.serialize(Topics.AUDITS, Samples.audit()))
        .withMessageContaining("READER_FIELD_MISSING");
  }

  @Test
  void credentialsGoWithEveryCallAndIntoNoMessage() {
    String withUser = registry.url().replace("http://", "http://paca:s3cret@");
    Map<String, String> configs = configs(withUser);
    configs.put(RegistryConfig.CREDENTIALS_SOURCE, "URL");
    Samples.serializer(configs).serialize(Topics.AUDITS, Samples.audit());

    configs = configs(registry.url());
    configs.put(RegistryConfig.CREDENTIALS_SOURCE, "USER_INFO");
    configs.put(RegistryConfig.USER_INFO, "paca:s3cret");
    Samples.serializer(configs).serialize(Topics.AUDITS, Samples.audit());
    assertThat(registry.authorizations)
        .containsExactly("Basic cGFjYTpzM2NyZXQ=", "Basic cGFjYTpzM2NyZXQ=");

    registry.answerAlways(403, "");
    var refused = Samples.serializer(configs(withUser));
    assertThatExceptionOfType(RegistryException.Refused.class)
        .isThrownBy(() -> refused.serialize(Topics.AUDITS, Samples.audit()))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    assertThat(RegistryConfig.from(configs).toString()).doesNotContain("s3cret");
  }

  private static Map<String, String> configs(String urls) {
    return new HashMap<>(Map.of(RegistryConfig.URL, urls, RegistryConfig.MAX_RETRIES, "0"));
  }

  /** An address where nothing listens. */
  private static String freeAddress() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
