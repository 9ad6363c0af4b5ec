package dev.paca.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.topics.Position;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances with copies of each other's stores, over one real broker, by both protocols. */
@ParameterizedClass
@ValueSource(strings = {"classic", "streams"})
@TestMethodOrder(MethodOrderer.MethodName.class)
class SeveralInstancesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REPORTS = 30;
  private static final String EVIDENCE =
      "/v1/assessments/2024/provinces/66/criteria/C.1.1/evidence";
  private static final String MATTER = "/v1/matters/VA-66-2024-07";
  private static final String REPORT = "/v1/reports/audits/thanh-tra-thu-nghiem/";

  /** Well above what a close takes to be noticed: the group is left at once. */
  private static final Duration AGAIN = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static RunningPaca paca;
  private static StreamsService first;
  private static StreamsService second;
  private static Position published;

  @Parameter String protocol;

  @BeforeParameterizedClassInvocation
  static void startTwo(String protocol) throws Exception {
    paca = RunningPaca.start(folder.resolve(protocol), protocol, Map.of("standbys", "1"));
    first = paca.service();
    List<Audit> audits = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      audits.add(audit(i));
    }
    published = paca.publish(audits);
    second = paca.startInstance("paca-2");
    Awaitility.await()
        .atMost(RunningPaca.PATIENCE)
        .until(() -> owned(first) > 0 && owned(second) > 0 && owned(first) + owned(second) == 3);
    // By the brokers' protocol a store may still move: its copy answers, and says so.
    for (StreamsService instance : List.of(first, second)) {
      for (String path : List.of(EVIDENCE, MATTER)) {
        Awaitility.await().atMost(RunningPaca.PATIENCE).until(() -> owners(instance, path));
      }
    }
  }

  /** Whether this is answered by the owners of all its partitions. */
  private static boolean owners(StreamsService instance, String path) throws Exception {
    HttpResponse<String> response = paca.get(instance, path, published);
    return response.statusCode() == 200 && JSON.readTree(response.body()).get("behind").isNull();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    second.close();
    paca.close();
  }

  @Test
  void evidenceIsTheSameAskedOfEitherInstance() {
    JsonNode one = answer(first, EVIDENCE);
    JsonNode other = answer(second, EVIDENCE);

    assertThat(one.get("reports")).hasSize(REPORTS);
    assertThat(one.get("settled").asBoolean()).isTrue();
    assertThat(other.get("reports")).isEqualTo(one.get("reports"));
    assertThat(other.get("measures")).isEqualTo(one.get("measures"));
  }

  @Test
  void aMatterAndAReportAreTheSameAskedOfEitherInstance() {
    assertThat(answer(first, MATTER).get("reports")).hasSize(3);
    assertThat(said(second, MATTER)).isEqualTo(said(first, MATTER));
    for (int i = 0; i < REPORTS; i++) {
      assertThat(said(second, REPORT + "KL-" + i)).isEqualTo(said(first, REPORT + "KL-" + i));
    }
  }

  /**
   * What is said of the reports, whoever's store it comes from: a partition may move at any moment,
   * and then its copy answers, with its age.
   */
  private static JsonNode said(StreamsService instance, String path) {
    return ((ObjectNode) answer(instance, path)).without("behind");
  }

  @Test
  void aReportThatNobodyMadeIsUnknownToBoth() throws Exception {
    for (StreamsService instance : List.of(first, second)) {
      for (int i = 0; i < 6; i++) {
        assertThat(paca.get(instance, REPORT + "none-" + i, published).statusCode()).isEqualTo(404);
      }
    }
  }

  @Test
  void whatAnInstanceKeepsForTheOtherCanBeReadThereWithoutItsOwner() {
    Awaitility.await()
        .atMost(AGAIN)
        .untilAsserted(
            () -> {
              assertThat(readable(first, true)).isEqualTo(3);
              assertThat(readable(second, true)).isEqualTo(3);
            });
    assertThat(readable(first, false)).isLessThan(3);
  }

  @Test
  void zAfterOneInstanceIsGoneTheOtherAnswersAgain() {
    JsonNode before = answer(first, EVIDENCE).get("reports");
    JsonNode matter = answer(first, MATTER).get("reports");

    second.close();

    // From here on an answer is whole or a refusal that says so, and soon it is an answer.
    Awaitility.await().atMost(AGAIN).until(() -> isAnswered(EVIDENCE, before));
    Awaitility.await().atMost(AGAIN).until(() -> isAnswered(MATTER, matter));
  }

  /** Whether the one that is left answers with these reports, and not from a copy. */
  private static boolean isAnswered(String path, JsonNode reports) throws Exception {
    HttpResponse<String> response = paca.get(first, path, published);
    if (response.statusCode() != 200) {
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
      return false;
    }
    JsonNode answer = JSON.readTree(response.body());
    assertThat(answer.get("reports")).isEqualTo(reports);
    return answer.get("behind").isNull();
  }

  private static JsonNode answer(StreamsService instance, String path) {
    try {
      HttpResponse<String> response = paca.get(instance, path, published);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return JSON.readTree(response.body());
    } catch (Exception e) {
      throw new AssertionError(path, e);
    }
  }

  /** How many of the three partitions of the reports this instance owns. */
  private static int owned(StreamsService instance) {
    return readable(instance, false);
  }

  /** How many it can read by itself. */
  private static int readable(StreamsService instance, boolean copies) {
    int readable = 0;
    for (int partition = 0; partition < 3; partition++) {
      readable += stored(instance, partition, copies).length() > EMPTY ? 1 : 0;
    }
    return readable;
  }

  /** Version and end, where the partition cannot be read. */
  private static final int EMPTY = 5;

  private static String stored(StreamsService instance, int partition, boolean copies) {
    try {
      String query = "?types=audits&behind=" + copies + "&partitions=" + partition;
      HttpResponse<String> response =
          paca.get(instance, "/internal/v1/stored" + query, Position.NONE);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return response.body();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Audit audit(int number) {
    return Audit.newBuilder()
        .setReportId("KL-" + number)
        .setRevision(1L)
        .setMatterId(number < 3 ? "VA-66-2024-07" : null)
        .setAgency("thanh-tra-thu-nghiem")
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince("66")
        .setOccurredOn(LocalDate.of(2024, 6, 1).plusDays(number))
        .setChannel(AuditChannel.INSPECTION)
        .setInspections(4L)
        .setCorruptionCases(1L)
        .build();
  }
}
