package dev.paca.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.Audit;
import dev.paca.reports.AuditChannel;
import dev.paca.settings.ClientSettings;
import dev.paca.streams.group.GroupRefused;
import dev.paca.topics.Position;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One group, first by one protocol, then by the other, and back. */
class GroupProtocolIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> CLASSIC = Map.of("group-protocol", "classic");
  private static final Map<String, String> STREAMS =
      Map.of("group-protocol", "streams", "standbys", "1", "session-timeout", "9s");

  @TempDir private Path folder;

  @Test
  void aStoppedGroupChangesItsProtocolAndGoesOnWhereItWas() throws Exception {
    try (RunningPaca paca = RunningPaca.start(folder, "classic", Map.of())) {
      assertThat(cases(paca, paca.service(), paca.publish(List.of(audit(1))))).isEqualTo(1);

      assertThatThrownBy(() -> StreamsService.start(paca.settings("paca-2", STREAMS)))
          .isInstanceOf(GroupRefused.class)
          .hasMessageContaining("has members of the protocol classic")
          .hasMessageContaining("stop every instance");
      paca.stopService();
      Position meanwhile = paca.publish(List.of(audit(2)));

      assertThatThrownBy(
              () ->
                  StreamsService.start(
                      paca.settings(
                          "paca-1", Map.of("group-protocol", "streams", "standbys", "3"))))
          .isInstanceOf(GroupRefused.class)
          .hasMessageContaining("streams.num.standby.replicas=3")
          .hasMessageContaining("the brokers do not allow it");
      try (StreamsService streams = paca.startInstance("paca-1", STREAMS)) {
        assertThat(cases(paca, streams, meanwhile)).isEqualTo(2);
        assertThat(groupSetting(paca, "streams.num.standby.replicas")).isEqualTo("1");
        assertThat(groupSetting(paca, "streams.session.timeout.ms")).isEqualTo("9000");
        assertThat(cases(paca, streams, paca.publish(List.of(audit(3))))).isEqualTo(3);
        assertThatThrownBy(() -> StreamsService.start(paca.settings("paca-2", CLASSIC)))
            .isInstanceOf(GroupRefused.class)
            .hasMessageContaining("has members of the protocol streams");
      }

      // Brokers of 4.2.0 have a bug in such a change (KAFKA-20254, mended in 4.2.1): what is
      // committed must be there when they have read it again.
      Map<TopicPartition, OffsetAndMetadata> offsets = offsets(paca);
      assertThat(offsets).isNotEmpty();
      paca.cluster().brokers().get(0).restart();
      assertThat(offsets(paca)).isEqualTo(offsets);
      Position after = paca.publish(List.of(audit(4)));
      try (StreamsService classic = paca.startInstance("paca-1", CLASSIC)) {
        assertThat(cases(paca, classic, after)).isEqualTo(4);
      }
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> offsets(RunningPaca paca) throws Exception {
    try (Admin admin = Admin.create(ClientSettings.kafka(paca.settings()))) {
      return admin
          .listStreamsGroupOffsets(Map.of("paca", new ListStreamsGroupOffsetsSpec()))
          .partitionsToOffsetAndMetadata("paca")
          .get();
    }
  }

  private static String groupSetting(RunningPaca paca, String name) throws Exception {
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, "paca");
    try (Admin admin = Admin.create(ClientSettings.kafka(paca.settings()))) {
      return admin.describeConfigs(List.of(group)).all().get().get(group).get(name).value();
    }
  }

  /** As counted by an instance whose answer covers the position. */
  private static int cases(RunningPaca paca, StreamsService instance, Position covering)
      throws Exception {
    String path = "/v1/assessments/2024/provinces/66/measures";
    var answer = paca.get(instance, path, covering);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new BigDecimal(
            JSON.readTree(answer.body()).get("measures").get("audits.corruptionCases").asText())
        .intValueExact();
  }

  private static Audit audit(int number) {
    return Audit.newBuilder()
        .setReportId("KL-" + number)
        .setRevision(1L)
        .setAgency("thanh-tra-thu-nghiem")
        .setAgencyKind(AgencyKind.INSPECTORATE)
        .setProvince("66")
        .setOccurredOn(LocalDate.of(2024, 6, number))
        .setChannel(AuditChannel.INSPECTION)
        .setCorruptionCases(1L)
        .build();
  }
}
