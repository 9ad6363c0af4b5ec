package dev.paca.producers.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

  @Test
  void aKeyOpensItsAgenciesAndNoOther() {
    ApiKeys keys = ApiKeys.parse("police-94=k1, police-94=k2,court-94=k2,*=k=3");

    assertThat(keys.caller("k1").orElseThrow().mayReportFor("police-94")).isTrue();
    assertThat(keys.caller("k1").orElseThrow().mayReportFor("court-94")).isFalse();
    assertThat(keys.caller("k2").orElseThrow().mayReportFor("court-94")).isTrue();
    assertThat(keys.caller("k=3").orElseThrow().mayReportFor("whoever")).isTrue();
    assertThat(keys.caller("k4")).isEmpty();
    assertThat(keys.caller("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "a=", "=secret", "a=secret,", "a=secret,b"})
  void whatIsNoPairIsToldWithoutTheKeys(String pairs) {
    assertThatThrownBy(() -> ApiKeys.parse(pairs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AGENCY=KEY")
        .hasMessageNotContaining("secret");
  }

  @Test
  void keysAreNeverShown() {
    assertThat(ApiKeys.parse("a=secret").toString()).doesNotContain("secret");
  }
}
