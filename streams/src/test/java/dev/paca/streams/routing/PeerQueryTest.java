package dev.paca.streams.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.streams.query.QueryRefused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerQueryTest {
  @Test
  void whatIsAskedIsWhatIsUnderstood() {
    for (PeerQuery asked :
        Set.of(
            new PeerQuery(
                new StoreQuestion.Reports(EnumSet.of(ReportType.AUDITS, ReportType.CONFLICTS)),
                Set.of(0, 11),
                true),
            new PeerQuery(
                new StoreQuestion.Reports(
                    EnumSet.of(ReportType.APPRAISALS), Optional.of(Set.of("01", "94"))),
                Set.of(1),
                false),
            new PeerQuery(
                new StoreQuestion.OneReport(
                    new ReportKey(ReportType.AUDITS, "thanh-tra", "KL 1/2&type=x")),
                Set.of(3),
                false),
            new PeerQuery(new StoreQuestion.OneMatter("Vụ án số 1+2"), Set.of(2), false))) {
      assertThat(PeerQuery.of(parameters(asked.text())::get)).isEqualTo(asked);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "behind=true",
        "partitions=1",
        "partitions=-1&types=audits",
        "partitions=99999999999&types=audits",
        "partitions=1&types=secrets",
        "partitions=1&types=audits&provinces=",
        "partitions=1&types=audits&provinces=94,Cà Mau",
        "partitions=1&report=audits",
        "partitions=1&matter=",
      })
  void whatIsNoQuestionIsRefused(String text) {
    Map<String, String> parameters = parameters(text);
    assertThatThrownBy(() -> PeerQuery.of(parameters::get))
        .isInstanceOfSatisfying(
            QueryRefused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.BAD_REQUEST));
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
